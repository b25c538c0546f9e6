package io.dramatis.portrait.provider.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.dramatis.events.VisualProfile;
import io.dramatis.portrait.prompt.PortraitStyle;
import io.dramatis.portrait.provider.Sitter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortraitAnimatorTest {

    private static final int SIZE = PortraitAnimator.SIZE;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private final PortraitAnimator animator = new PortraitAnimator();

    @ParameterizedTest
    @EnumSource(PortraitStyle.class)
    void repeatsForEverAndBeginsWithTheStill(PortraitStyle style) throws Exception {
        PortraitBrief brief = sitter(style, "human");
        Animation animation = animator.animate(brief);
        Decoded decoded = decode(animation.content());

        assertThat(animation.mediaType()).isEqualTo("image/apng");
        assertThat(animation.content().length).isLessThan(2_500_000);
        assertThat(decoded.plays()).as("0 is for ever").isZero();
        assertThat(decoded.frames()).hasSize(8);
        int[] still = Plane.pixels(new PortraitStudio().image(brief, SIZE));
        assertThat(decoded.frames().get(0)).isEqualTo(still);
        BufferedImage toWhatKnowsNoAnimation = ImageIO.read(new ByteArrayInputStream(animation.content()));
        assertThat(Plane.pixels(toWhatKnowsNoAnimation)).isEqualTo(still);
    }

    @ParameterizedTest
    @ValueSource(strings = {"human", "dragonborn", "tiefling", "rock_gnome"})
    void theEyesCloseForAMomentAndNothingElseMovesThen(String race) throws Exception {
        PortraitBrief brief = sitter(PortraitStyle.ANIME, race);
        Decoded decoded = decode(animator.animate(brief).content());
        int[] still = decoded.frames().get(0);
        int[] blink = decoded.frames().get(1);
        float[] eyes = PortraitAnimator.eyes(PortraitArtist.sit(BriefReader.read(brief), new Svg(), false));

        int changed = 0;
        for (int i = 0; i < still.length; i++) {
            if (eyes[i] == 0) {
                assertThat(blink[i]).isEqualTo(still[i]);
            } else if (blink[i] != still[i]) {
                changed++;
            }
        }
        assertThat(changed).as("pixels of lids").isBetween(300, still.length / 12);
        assertThat(decoded.milliseconds().get(1)).isLessThan(300);
        assertThat(decoded.frames().get(2)).as("open again").isEqualTo(still);
    }

    @Test
    void breathLiftsTheSitterALittleAndNotTheBackground() throws Exception {
        Decoded decoded =
                decode(animator.animate(sitter(PortraitStyle.WEBTOON, "human")).content());
        int[] still = decoded.frames().get(0);
        int[] full = decoded.frames().get(5);

        assertThat(full).isNotEqualTo(still);
        for (int corner : new int[] {0, SIZE - 1, SIZE * 8 + 8, SIZE * 9 - 9}) {
            assertThat(full[corner]).isEqualTo(still[corner]);
        }
        assertThat(decoded.frames().get(6))
                .as("the way back")
                .isEqualTo(decoded.frames().get(4));
        assertThat(decoded.milliseconds().stream().mapToInt(Integer::intValue).sum())
                .isBetween(3_000, 6_000);
    }

    @Test
    void sameBriefGivesTheSameBytes() {
        PortraitBrief brief = sitter(PortraitStyle.PIXEL, "dwarf");
        assertThat(animator.animate(brief).content())
                .isEqualTo(new PortraitAnimator().animate(brief).content());
    }

    @Test
    void theProviderAnimatesWhatASitterWasDrawnFrom() {
        VisualProfile visual =
                Briefs.sitter().with("race", "dwarf").with("artStyle", "ink").profile();

        assertThat(new BuiltinProvider(() -> 256)
                        .animate(new Sitter(visual, null, "pixel", 12, 3, null))
                        .content())
                .isEqualTo(animator.animate(new PortraitBrief(visual, null, "pixel", 12, 3))
                        .content());
    }

    private static PortraitBrief sitter(PortraitStyle style, String race) {
        return Briefs.sitter()
                .with("race", race)
                .with("artStyle", style.wire())
                .with("facialExpression", "friendly")
                .identity(12)
                .build();
    }

    private record Decoded(int plays, List<int[]> frames, List<Integer> milliseconds) {}

    /** Plays an animated PNG by the specification, whose checksums and sequence numbers it checks. */
    private static Decoded decode(byte[] apng) throws Exception {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(apng));
        assertThat(in.readNBytes(8)).isEqualTo(SIGNATURE);
        int plays = -1;
        int sequence = 0;
        byte[] header = null;
        int[] control = null;
        int[] canvas = new int[SIZE * SIZE];
        List<int[]> frames = new ArrayList<>();
        List<Integer> milliseconds = new ArrayList<>();
        while (in.available() > 0) {
            int length = in.readInt();
            byte[] name = in.readNBytes(4);
            byte[] content = in.readNBytes(length);
            CRC32 check = new CRC32();
            check.update(name);
            check.update(content);
            assertThat(in.readInt()).isEqualTo((int) check.getValue());
            DataInputStream data = new DataInputStream(new ByteArrayInputStream(content));
            switch (new String(name, StandardCharsets.US_ASCII)) {
                case "IHDR" -> header = content;
                case "acTL" -> {
                    assertThat(data.readInt()).isEqualTo(8);
                    plays = data.readInt();
                }
                case "fcTL" -> {
                    assertThat(data.readInt()).isEqualTo(sequence++);
                    control = new int[] {data.readInt(), data.readInt(), data.readInt(), data.readInt()};
                    milliseconds.add(data.readUnsignedShort() * 1_000 / data.readUnsignedShort());
                    assertThat(data.readShort()).as("stays and replaces").isZero();
                }
                case "IDAT" -> show(header, control, content, canvas, frames);
                case "fdAT" -> {
                    assertThat(data.readInt()).isEqualTo(sequence++);
                    show(header, control, data.readAllBytes(), canvas, frames);
                }
                default ->
                    assertThat(new String(name, StandardCharsets.US_ASCII)).isEqualTo("IEND");
            }
        }
        return new Decoded(plays, frames, milliseconds);
    }

    private static void show(byte[] header, int[] control, byte[] pixels, int[] canvas, List<int[]> frames)
            throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(SIGNATURE);
        ByteArrayOutputStream sized = new ByteArrayOutputStream();
        DataOutputStream size = new DataOutputStream(sized);
        size.writeInt(control[0]);
        size.writeInt(control[1]);
        size.write(header, 8, 5);
        for (Object[] chunk : new Object[][] {{"IHDR", sized.toByteArray()}, {"IDAT", pixels}, {"IEND", new byte[0]}}) {
            byte[] name = ((String) chunk[0]).getBytes(StandardCharsets.US_ASCII);
            byte[] content = (byte[]) chunk[1];
            CRC32 check = new CRC32();
            check.update(name);
            check.update(content);
            out.writeInt(content.length);
            out.write(name);
            out.write(content);
            out.writeInt((int) check.getValue());
        }
        BufferedImage part = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        for (int y = 0; y < control[1]; y++) {
            for (int x = 0; x < control[0]; x++) {
                canvas[(y + control[3]) * SIZE + x + control[2]] = part.getRGB(x, y);
            }
        }
        frames.add(canvas.clone());
    }
}
