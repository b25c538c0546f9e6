package io.dramatis.portrait.provider.builtin;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reduces a picture to 256 colours (median cut) under an ordered dither: a third of the bytes as a PNG. */
final class FewColours {

    private static final int[] BAYER = {0, 4, 6, 2};

    private FewColours() {}

    static BufferedImage of(BufferedImage sheet) {
        int[] counts = new int[1 << 15];
        for (int y = 0; y < sheet.getHeight(); y++) {
            for (int x = 0; x < sheet.getWidth(); x++) {
                counts[bucket(sheet.getRGB(x, y), x, y)]++;
            }
        }
        List<Integer> used = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                used.add(i);
            }
        }
        List<List<Integer>> boxes = new ArrayList<>(List.of(used));
        while (boxes.size() < 256) {
            List<Integer> widest = boxes.stream()
                    .max(Comparator.comparingDouble(box -> weight(box, counts)))
                    .orElseThrow();
            boxes.remove(widest);
            int channel = widestChannel(widest);
            widest.sort(Comparator.comparingInt(code -> channel(code, channel)));
            boxes.add(new ArrayList<>(widest.subList(0, widest.size() / 2)));
            boxes.add(new ArrayList<>(widest.subList(widest.size() / 2, widest.size())));
        }
        byte[][] map = new byte[3][256];
        byte[] index = new byte[counts.length];
        for (int i = 0; i < boxes.size(); i++) {
            long total = 0;
            long[] sums = new long[3];
            for (int code : boxes.get(i)) {
                index[code] = (byte) i;
                total += counts[code];
                for (int c = 0; c < 3; c++) {
                    sums[c] += (long) channel(code, c) * counts[code];
                }
            }
            for (int c = 0; c < 3; c++) {
                map[c][i] = (byte) (sums[c] * 255 / (31 * total));
            }
        }
        BufferedImage result = new BufferedImage(
                sheet.getWidth(),
                sheet.getHeight(),
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, 256, map[0], map[1], map[2]));
        for (int y = 0; y < sheet.getHeight(); y++) {
            for (int x = 0; x < sheet.getWidth(); x++) {
                result.getRaster().setSample(x, y, 0, index[bucket(sheet.getRGB(x, y), x, y)] & 0xff);
            }
        }
        return result;
    }

    /** The 15-bit colour of a pixel after an ordered dither, which hides the steps in skies. */
    private static int bucket(int rgb, int x, int y) {
        int offset = BAYER[(y & 1) * 2 + (x & 1)];
        int code = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            code = code << 5 | Math.min(255, (rgb >> shift & 0xff) + offset) >> 3;
        }
        return code;
    }

    private static int channel(int code, int channel) {
        return (code >> (10 - 5 * channel)) & 0x1f;
    }

    private static int widestChannel(List<Integer> box) {
        int best = 0;
        for (int c = 1; c < 3; c++) {
            best = spread(box, c) > spread(box, best) ? c : best;
        }
        return best;
    }

    private static int spread(List<Integer> box, int channel) {
        int low = 31;
        int high = 0;
        for (int code : box) {
            low = Math.min(low, channel(code, channel));
            high = Math.max(high, channel(code, channel));
        }
        return high - low;
    }

    private static double weight(List<Integer> box, int[] counts) {
        if (box.size() < 2) {
            return 0;
        }
        double total = 0;
        for (int code : box) {
            total += counts[code];
        }
        return Math.sqrt(total) * spread(box, widestChannel(box));
    }
}
