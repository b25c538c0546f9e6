package io.dramatis.portrait.provider.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.dramatis.portrait.prompt.PortraitStyle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PortraitStudioTest {

    private static final int SIZE = 256;
    private static final int MAX_BYTES = 4_000_000;

    private final PortraitStudio studio = new PortraitStudio();

    @ParameterizedTest
    @EnumSource(PortraitStyle.class)
    void sameBriefGivesTheSameBytesInEveryStyle(PortraitStyle style) {
        PortraitBrief brief = ranger(style);
        assertThat(studio.png(brief, SIZE)).isEqualTo(new PortraitStudio().png(brief, SIZE));
    }

    @ParameterizedTest
    @EnumSource(PortraitStyle.class)
    void everyRaceIsDrawnInEveryStyle(PortraitStyle style) throws Exception {
        Set<Integer> pictures = new HashSet<>();
        for (Race race : Race.values()) {
            byte[] png = studio.png(
                    styled(style)
                            .with("race", race.name().toLowerCase(Locale.ROOT))
                            .build(),
                    SIZE);

            assertThat(png.length).as(race.name()).isLessThan(MAX_BYTES / 8);
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
            assertThat(picture.getWidth()).isEqualTo(SIZE);
            assertThat(picture.getHeight()).isEqualTo(SIZE);
            assertThat(spread(picture)).as(race.name()).isGreaterThan(0.08);
            pictures.add(Arrays.hashCode(png));
        }
        assertThat(pictures).hasSize(Race.values().length);
    }

    @Test
    void everyStyleLooksDifferentFromEachOther() {
        for (String race : new String[] {"human", "dragonborn", "dwarf"}) {
            Map<PortraitStyle, int[]> pictures = new EnumMap<>(PortraitStyle.class);
            for (PortraitStyle style : PortraitStyle.values()) {
                pictures.put(
                        style,
                        Plane.pixels(studio.image(
                                styled(style)
                                        .with("race", race)
                                        .with("backgroundSetting", "forest")
                                        .build(),
                                SIZE)));
            }
            for (PortraitStyle one : PortraitStyle.values()) {
                for (PortraitStyle other : PortraitStyle.values()) {
                    if (one != other) {
                        assertThat(difference(pictures.get(one), pictures.get(other)))
                                .as("%s: %s, %s", race, one, other)
                                .isGreaterThan(0.02);
                    }
                }
            }
        }
    }

    @Test
    void aSpriteHasFewColoursAndSquarePixels() {
        int[] pixels = Plane.pixels(studio.image(ranger(PortraitStyle.PIXEL), 512));
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < 512; y++) {
            for (int x = 0; x < 512; x++) {
                colours.add(pixels[y * 512 + x]);
                assertThat(pixels[y * 512 + x]).isEqualTo(pixels[y / 4 * 4 * 512 + x / 4 * 4]);
            }
        }
        assertThat(colours).hasSizeBetween(12, PixelFinish.COLOURS);
    }

    @Test
    void inkIsBlackOnPaperWithoutColour() {
        int[] pixels = Plane.pixels(studio.image(ranger(PortraitStyle.INK), 512));
        int dark = 0;
        int pale = 0;
        for (int pixel : pixels) {
            int red = pixel >> 16 & 0xff;
            int green = pixel >> 8 & 0xff;
            int blue = pixel & 0xff;
            assertThat(Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)))
                    .isLessThan(24);
            float light = Plane.luminance(pixel);
            dark += light < 0.35 ? 1 : 0;
            pale += light > 0.8 ? 1 : 0;
        }
        assertThat(dark).as("ink").isGreaterThan(pixels.length / 50);
        assertThat(pale).as("paper").isGreaterThan(pixels.length / 4);
    }

    @Test
    void celShadingHasMoreEvenSurfacesThanPaint() {
        assertThat(evenness(PortraitStyle.WEBTOON)).isGreaterThan(evenness(PortraitStyle.PAINTERLY) * 2);
        assertThat(evenness(PortraitStyle.ANIME)).isGreaterThan(evenness(PortraitStyle.PAINTERLY) * 2);
    }

    @Test
    void theFaceStaysWhereItIsInAllStyles() {
        for (Race race : Race.values()) {
            Briefs sitter = Briefs.sitter()
                    .with("race", race.name().toLowerCase(Locale.ROOT))
                    .identity(31);
            Sitting painted = sitting(sitter, PortraitStyle.PAINTERLY);
            for (PortraitStyle style : PortraitStyle.values()) {
                Sitting drawn = sitting(sitter, style);
                assertThat(drawn.figure().headX()).isEqualTo(painted.figure().headX());
                assertThat(drawn.figure().headY()).isEqualTo(painted.figure().headY());
                assertThat(drawn.figure().headScale())
                        .isEqualTo(painted.figure().headScale());
                assertThat(drawn.face().chinY()).isEqualTo(painted.face().chinY());
                assertThat(drawn.face().halfWidth()).isEqualTo(painted.face().halfWidth());
                assertThat(drawn.palette()).isEqualTo(painted.palette());
                assertThat(drawn.hairStyle()).isEqualTo(painted.hairStyle());
            }
        }
    }

    @Test
    void whatTellsTwoFacesApartInOneStyleDoesSoInAnother() {
        for (long identity = 0; identity < 20; identity++) {
            FaceGeometry one = face(identity, PortraitStyle.ANIME);
            FaceGeometry other = face(identity + 1, PortraitStyle.ANIME);
            FaceGeometry modelledOne = face(identity, PortraitStyle.REALISTIC);
            FaceGeometry modelledOther = face(identity + 1, PortraitStyle.REALISTIC);
            assertThat(one.eyeHeight() / other.eyeHeight())
                    .isCloseTo(modelledOne.eyeHeight() / modelledOther.eyeHeight(), within());
            assertThat(one.mouthHalf() / other.mouthHalf())
                    .isCloseTo(modelledOne.mouthHalf() / modelledOther.mouthHalf(), within());
        }
    }

    @ParameterizedTest
    @EnumSource(PortraitStyle.class)
    void emptyAndHostileBriefsAreDrawnInEveryStyle(PortraitStyle style) {
        assertThat(spread(studio.image(styled(style).build(), 64))).isGreaterThan(0.02);
        Briefs hostile = styled(style);
        for (String field : new String[] {"race", "hair", "attire", "pose", "additions", "eyes", "skin"}) {
            hostile.with(field, "</svg><script>\u0000\uFFFF\uD83D " + "glowing eyes, scar, staff, ".repeat(200));
        }
        assertThat(studio.image(hostile.build(), 100).getWidth()).isEqualTo(100);
    }

    @ParameterizedTest
    @EnumSource(PortraitStyle.class)
    void allAllowedSizesAreDrawnInEveryStyle(PortraitStyle style) {
        assertThat(studio.image(ranger(style), 256).getWidth()).isEqualTo(256);
        assertThat(studio.image(ranger(style), 333).getWidth()).isEqualTo(333);
    }

    @ParameterizedTest
    @EnumSource(PortraitStyle.class)
    void aLargePortraitTakesABoundedTimeAndNumberOfBytes(PortraitStyle style) {
        studio.image(ranger(style), 512);
        var threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        byte[] png = studio.png(ranger(style), 1024);
        long spent = (threads.getCurrentThreadCpuTime() - begin) / 1_000_000;

        // A cold and busy machine takes several times what a warm one does.
        assertThat(spent).as("milliseconds of one core").isLessThan(10_000);
        assertThat(png.length).isLessThan(MAX_BYTES);
    }

    @ParameterizedTest
    @CsvSource({
        "painterly, PAINTERLY",
        "Anime, ANIME",
        "watercolor, PAINTERLY",
        "oil painting in the manner of an old master, PAINTERLY",
        "black and white charcoal sketch, INK",
        "photorealistic, REALISTIC",
        "dark gritty manga, ANIME",
        "Korean manhwa, WEBTOON",
        "retro pixel art, PIXEL",
        "noir, PAINTERLY"
    })
    void anArtStyleInOnesOwnWordsIsReadAsTheNearestPreset(String text, PortraitStyle style) {
        assertThat(BriefReader.read(Briefs.sitter().with("artStyle", text).build())
                        .style())
                .isEqualTo(style);
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-9);
    }

    private static FaceGeometry face(long identity, PortraitStyle style) {
        return sitting(Briefs.sitter().identity(identity), style).face();
    }

    private static Sitting sitting(Briefs sitter, PortraitStyle style) {
        return PortraitArtist.sit(
                BriefReader.read(sitter.with("artStyle", style.wire()).build()), new Svg(), false);
    }

    private static Briefs styled(PortraitStyle style) {
        return Briefs.sitter().with("artStyle", style.wire());
    }

    private static PortraitBrief ranger(PortraitStyle style) {
        return styled(style)
                .with("race", "wood_elf")
                .with("gender", "female")
                .with("characterClass", "ranger")
                .with("backgroundSetting", "misty forest")
                .identity(5)
                .build();
    }

    /** How far brightness strays from its mean: a blank picture has none. */
    private static double spread(BufferedImage picture) {
        int[] pixels = Plane.pixels(picture);
        double mean =
                Arrays.stream(pixels).mapToDouble(Plane::luminance).average().orElseThrow();
        return Math.sqrt(Arrays.stream(pixels)
                .mapToDouble(pixel -> (Plane.luminance(pixel) - mean) * (Plane.luminance(pixel) - mean))
                .average()
                .orElseThrow());
    }

    private static double difference(int[] one, int[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                sum += Math.abs(Plane.channel(one[i], shift) - Plane.channel(other[i], shift));
            }
        }
        return sum / (one.length * 3.0);
    }

    /** The share of neighbours that are as good as the same. */
    private double evenness(PortraitStyle style) {
        int[] pixels = Plane.pixels(studio.image(ranger(style), SIZE));
        int same = 0;
        for (int i = 1; i < pixels.length; i++) {
            same += Math.abs(Plane.luminance(pixels[i]) - Plane.luminance(pixels[i - 1])) < 0.004 ? 1 : 0;
        }
        return same / (double) pixels.length;
    }
}
