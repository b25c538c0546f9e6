package io.dramatis.portrait.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import io.dramatis.portrait.provider.builtin.TestArtist;
import io.dramatis.portrait.provider.builtin.TestArtist.Portrait;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The likeness of what the built-in artist draws, judged by pixels alone. */
class LikenessTest {

    private static final int PEOPLE = 200;
    private static final int SIZE = 144;
    /** A range that nothing was tuned with. */
    private static final long FIRST_SEED = 900_000;

    private static final double THRESHOLD = 0.5;

    /** Fewer and larger ones: the finishes are what takes the time, and a sprite needs its grid. */
    private static final int FINISHED_PEOPLE = 24;

    private static final int FINISHED_SIZE = 256;

    /** Five changes; each variant is granted one wish of each. */
    private static final List<List<String>> WISHES = List.of(
            List.of(
                    "wearing a spacesuit",
                    "in a red ball gown",
                    "in plate armour",
                    "in a business suit",
                    "in a winter coat with a beanie",
                    "in royal robes with a crown",
                    "wearing a hooded cloak",
                    "in a blue kimono",
                    "as a pirate with a tricorn"),
            List.of("laughing", "angry", "crying", "surprised", "serene", "smiling", "sad"),
            List.of(
                    "arms crossed",
                    "casting a spell",
                    "looking over shoulder",
                    "seated in thought",
                    "fighting",
                    "standing"),
            List.of(
                    "on the moon",
                    "in a tavern",
                    "in the city at night",
                    "on a beach",
                    "in the snow",
                    "in a library",
                    "in a dark cave",
                    "on a battlefield"),
            List.of(
                    "as a child",
                    "as an old woman",
                    "as a teenager",
                    "twenty years older",
                    "middle-aged",
                    "thirty years older"));

    private final TestArtist artist = new TestArtist();

    private record Person(FaceSketch reference, List<FaceSketch> variants) {}

    /**
     * In percent.
     *
     * @param right variants that are nearer to their reference than to anybody else's
     * @param flagged variants below the threshold, although they show the sitter
     * @param kept strangers above it
     */
    private record Measured(double right, double flagged, double kept) {}

    @Test
    void aVariantIsMoreLikeItsReferenceThanLikeAnybodyElse() {
        Measured measured = measure(null, PEOPLE, SIZE);
        assertThat(measured.right()).isGreaterThanOrEqualTo(99);
        assertThat(measured.flagged()).isLessThan(5);
        assertThat(measured.kept()).isLessThan(2);
    }

    /**
     * A variant in its reference's style, finished as users get it. Ink has no colours to know anybody by, and a sprite's
     * face is a few dozen pixels: there a variant in a hundred is nearer to a stranger, or more are flagged without need.
     */
    @ParameterizedTest
    @CsvSource({
        "realistic, 99, 5, 2",
        "painterly, 99, 5, 2",
        "anime, 99, 7, 2",
        "webtoon, 99, 5, 2",
        "ink, 96, 8, 3",
        "pixel, 98, 10, 2"
    })
    void aVariantIsKnownInEveryStyle(String style, double right, double flagged, double kept) {
        Measured measured = measure(style, FINISHED_PEOPLE, FINISHED_SIZE);
        assertThat(measured.right()).isGreaterThanOrEqualTo(right);
        assertThat(measured.flagged()).isLessThan(flagged);
        assertThat(measured.kept()).isLessThan(kept);
    }

    private Measured measure(String style, int number, int size) {
        List<Person> people = IntStream.range(0, number)
                .parallel()
                .mapToObj(one -> person(FIRST_SEED + one, style, size))
                .toList();
        int[] missed = new int[WISHES.size()];
        int falselyFlagged = 0;
        int falselyKept = 0;
        for (int own = 0; own < number; own++) {
            for (int change = 0; change < WISHES.size(); change++) {
                FaceSketch variant = people.get(own).variants().get(change);
                double likeness = people.get(own).reference().likeness(variant);
                falselyFlagged += likeness < THRESHOLD ? 1 : 0;
                double nearest = 0;
                for (int other = 0; other < number; other++) {
                    if (other != own) {
                        double stranger = people.get(other).reference().likeness(variant);
                        nearest = Math.max(nearest, stranger);
                        falselyKept += stranger >= THRESHOLD ? 1 : 0;
                    }
                }
                missed[change] += likeness <= nearest ? 1 : 0;
            }
        }
        int variants = number * WISHES.size();
        Measured measured = new Measured(
                100.0 - 100.0 * IntStream.of(missed).sum() / variants,
                100.0 * falselyFlagged / variants,
                100.0 * falselyKept / (variants * (number - 1.0)));
        System.out.printf(
                "likeness, %s: %.2f %% of %d variants are nearest to their reference (missed by attire %d, mood %d,"
                        + " pose %d, setting %d, age %d); %.2f %% flagged falsely, %.3f %% of strangers kept falsely%n",
                style == null ? "unfinished" : style,
                measured.right(),
                variants,
                missed[0],
                missed[1],
                missed[2],
                missed[3],
                missed[4],
                measured.flagged(),
                measured.kept());
        return measured;
    }

    private Person person(long seed, String style, int size) {
        Portrait reference = artist.draw(TestArtist.anybody(seed, style), size);
        List<FaceSketch> variants = IntStream.range(0, WISHES.size())
                .mapToObj(change -> sketch(variant(reference, change, seed, size)))
                .toList();
        return new Person(sketch(reference), variants);
    }

    /** By the first wish from there on that asks for something else than the reference shows. */
    private Portrait variant(Portrait reference, int change, long seed, int size) {
        List<String> choices = WISHES.get(change);
        for (int i = 0; i < choices.size(); i++) {
            String wish = choices.get(Math.floorMod(seed * 31 + change * 7 + seed / 5 + i, choices.size()));
            Portrait variant =
                    artist.draw(TestArtist.variant(reference.sitter(), wish, null, 0.65, seed * 1_000 + change), size);
            assertThat(variant.sitter().identitySeed())
                    .isEqualTo(reference.sitter().identitySeed());
            if (!variant.sitter().visual().equals(reference.sitter().visual())) {
                return variant;
            }
        }
        throw new AssertionError("None of these changes anything: " + choices);
    }

    @Test
    void thePictureItselfIsAsLikeAsCanBe() {
        Portrait portrait = artist.draw(TestArtist.anybody(1), SIZE);
        assertThat(sketch(portrait).likeness(sketch(portrait))).isGreaterThan(0.99);
    }

    @Test
    void sizeDoesNotMatter() {
        Portrait small = artist.draw(TestArtist.anybody(2), 160);
        Portrait large = artist.draw(TestArtist.anybody(2), 640);
        assertThat(sketch(small).likeness(sketch(large))).isGreaterThan(0.95);
    }

    @Test
    void aPictureOfNothingIsNobody() {
        BufferedImage blank = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
        Portrait portrait = artist.draw(TestArtist.anybody(3), SIZE);
        double likeness = sketch(portrait).likeness(FaceSketch.of(blank, null, null));
        assertThat(likeness).isBetween(0.0, 0.2);
    }

    /**
     * A variant in another style than its reference's. Other colours and edges tell the sitter less well from strangers;
     * of ink there is only the edges.
     */
    @ParameterizedTest
    @CsvSource({
        "painterly, anime, 95, 10, 12",
        "painterly, realistic, 95, 10, 12",
        "realistic, webtoon, 95, 10, 12",
        "anime, pixel, 95, 10, 12",
        "painterly, ink, 75, 20, 20"
    })
    void aVariantIsKnownInAnotherStyle(String from, String to, double right, double flagged, double kept) {
        List<Portrait> references = IntStream.range(0, FINISHED_PEOPLE)
                .mapToObj(one -> artist.draw(TestArtist.anybody(FIRST_SEED + one, from), FINISHED_SIZE))
                .toList();
        List<FaceSketch> sketches =
                references.stream().map(LikenessTest::styled).toList();
        int ahead = 0;
        int falselyFlagged = 0;
        int falselyKept = 0;
        for (int own = 0; own < FINISHED_PEOPLE; own++) {
            String wish = WISHES.get(own % 4).get(own % 5);
            FaceSketch variant = styled(
                    artist.draw(TestArtist.variant(references.get(own).sitter(), wish, to, 0.65, own), FINISHED_SIZE));
            double likeness = sketches.get(own).likeness(variant);
            falselyFlagged += likeness < THRESHOLD ? 1 : 0;
            double nearest = 0;
            for (int other = 0; other < FINISHED_PEOPLE; other++) {
                if (other != own) {
                    double stranger = sketches.get(other).likeness(variant);
                    nearest = Math.max(nearest, stranger);
                    falselyKept += stranger >= THRESHOLD ? 1 : 0;
                }
            }
            ahead += likeness > nearest ? 1 : 0;
        }
        Measured measured = new Measured(
                100.0 * ahead / FINISHED_PEOPLE,
                100.0 * falselyFlagged / FINISHED_PEOPLE,
                100.0 * falselyKept / (FINISHED_PEOPLE * (FINISHED_PEOPLE - 1.0)));
        System.out.printf("likeness, %s to %s: %s%n", from, to, measured);
        assertThat(measured.right()).isGreaterThanOrEqualTo(right);
        assertThat(measured.flagged()).isLessThan(flagged);
        assertThat(measured.kept()).isLessThan(kept);
    }

    private static FaceSketch styled(Portrait portrait) {
        return FaceSketch.of(
                portrait.image(), portrait.sitter().face(), portrait.sitter().preset());
    }

    private static FaceSketch sketch(Portrait portrait) {
        return FaceSketch.of(portrait.image(), portrait.sitter().face(), null);
    }
}
