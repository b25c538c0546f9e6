package io.dramatis.portrait.provider.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dramatis.events.VisualProfile;
import io.dramatis.kit.image.PictureLimits;
import io.dramatis.kit.image.Pictures;
import io.dramatis.portrait.provider.ImageRefusedException;
import io.dramatis.portrait.provider.ImageRequest;
import io.dramatis.portrait.provider.ProvidedImage;
import io.dramatis.portrait.provider.ReferenceImage;
import io.dramatis.portrait.provider.Sitter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is read off a picture that nobody here drew, and what becomes of it in a variant. */
class ReferenceReaderTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Rgb TAN = Rgb.of(0xc08a60);
    private static final Rgb RED = Rgb.of(0x8c3f22);
    private static final Rgb WALL = Rgb.of(0x9fb8d8);
    private static final VisualProfile NOTHING_SAID = Briefs.sitter().profile();

    @Test
    void skinAndHairAreReadWhereTheProfileSaysNothing() {
        Traits traits = read(NOTHING_SAID, portrait(WALL, TAN, RED));

        assertThat(traits.skinColour()).isEqualTo(TAN);
        assertThat(traits.hairColour()).isEqualTo(RED);
    }

    @Test
    void theShapeOfTheHairIsTheProfilesAndItsColourThePictures() {
        VisualProfile curls = Briefs.sitter().with("hair", "long curls").profile();
        Traits traits = read(curls, portrait(WALL, TAN, RED));

        assertThat(traits.hairStyle()).isEqualTo(HairStyle.LONG_CURLY);
        assertThat(traits.hairColour()).isEqualTo(RED);
    }

    @Test
    void whatTheProfileSaysOfAColourStaysWhereverItSaysIt() {
        Traits own = read(
                Briefs.sitter()
                        .with("hair", "black braids")
                        .with("skin", "#102030")
                        .profile(),
                portrait(WALL, TAN, RED));
        assertThat(own.hairColour()).isEqualTo(Colours.HAIR.first(" black ").orElseThrow());
        assertThat(own.skinColour()).isEqualTo(Rgb.of(0x102030));

        Traits among = read(
                Briefs.sitter()
                        .with("facialFeatures", "short blond hair, olive skin")
                        .profile(),
                portrait(WALL, TAN, RED));
        assertThat(among.hairColour()).isEqualTo(Colours.HAIR.first(" blond ").orElseThrow());
        assertThat(among.skinColour()).isEqualTo(Colours.SKIN.first(" olive ").orElseThrow());
    }

    @Test
    void eyesAreTheProfilesAlone() {
        BufferedImage picture = portrait(WALL, TAN, RED);

        assertThat(read(NOTHING_SAID, picture).eyeColour()).isNull();
        assertThat(read(Briefs.sitter().with("eyes", "green").profile(), picture)
                        .eyeColour())
                .isEqualTo(Colours.EYES.first(" green ").orElseThrow());
    }

    @Test
    void aHatOfTheBackgroundsColourOrABaldHeadIsNoHair() {
        assertThat(read(NOTHING_SAID, portrait(WALL, TAN, WALL)).hairColour()).isNull();
        assertThat(read(NOTHING_SAID, portrait(WALL, TAN, TAN)).hairColour()).isNull();
        assertThat(read(NOTHING_SAID, portrait(WALL, TAN, TAN)).skinColour()).isEqualTo(TAN);
    }

    @Test
    void whatDoesNotLookLikeSkinIsNotRead() {
        Rgb grey = Rgb.of(0x808284);
        assertThat(read(NOTHING_SAID, portrait(WALL, grey, RED))).isEqualTo(read(NOTHING_SAID, null));
        assertThat(read(NOTHING_SAID, portrait(WALL, Rgb.of(0x120806), RED)))
                .as("too dark to tell")
                .isEqualTo(read(NOTHING_SAID, null));
        BufferedImage half = portrait(WALL, TAN, RED);
        fill(half, Rgb.of(0x2040a0), 0.5, 0.3, 0.7, 0.7);
        assertThat(read(NOTHING_SAID, half)).as("two halves of no face").isEqualTo(read(NOTHING_SAID, null));
    }

    @Test
    void skinThatNoHumanHasIsReadOfPeoplesThatHaveIt() {
        Rgb green = Rgb.of(0x5f8a50);

        assertThat(read(NOTHING_SAID, portrait(WALL, green, RED)).skinColour()).isNull();
        assertThat(read(Briefs.sitter().with("race", Race.ORC).profile(), portrait(WALL, green, RED))
                        .skinColour())
                .isEqualTo(green);
    }

    /**
     * Of portraits whose record is lost; their light changes the colours they were drawn with. What cannot be told is left
     * to chance, so reading too little is no mistake and reading wrong is one.
     */
    @Test
    void whatIsReadOffARealPortraitIsSeldomMistaken() {
        int people = 60;
        int[] skin = new int[2];
        int[] hair = new int[2];
        for (int i = 0; i < people; i++) {
            Briefs human = Briefs.sitter()
                    .with("pose", Pose.STANDING_CONFIDENT)
                    .with("hair", "short")
                    .with("artStyle", "realistic")
                    .with("backgroundSetting", "library")
                    .identity(7_000 + i);
            Palette drawn = PortraitArtist.sit(BriefReader.read(human.build()), new Svg(), false)
                    .palette();
            Traits seen = read(NOTHING_SAID, new PortraitStudio().image(human.build(), 256));
            count(skin, seen.skinColour(), drawn.skin());
            count(hair, seen.hairColour(), drawn.hair());
        }
        System.out.printf(
                "colours of %d foreign portraits: skin read of %d, far off %d; hair read of %d, far off %d%n",
                people, skin[0], skin[1], hair[0], hair[1]);
        assertThat(skin[0]).isGreaterThan(people / 3);
        assertThat(hair[0]).isGreaterThan(people / 8);
        assertThat(skin[1]).isLessThanOrEqualTo(skin[0] / 20);
        assertThat(hair[1]).isLessThanOrEqualTo(hair[0] / 20);
    }

    private static void count(int[] readAndFarOff, Rgb seen, Rgb drawn) {
        if (seen != null) {
            readAndFarOff[0]++;
            readAndFarOff[1] += distance(seen, drawn) > 150 ? 1 : 0;
        }
    }

    private static int distance(Rgb one, Rgb other) {
        return Math.abs(one.red() - other.red())
                + Math.abs(one.green() - other.green())
                + Math.abs(one.blue() - other.blue());
    }

    @Test
    void variantsOfAnUploadHaveItsColoursAndOneFace() throws IOException {
        ReferenceImage upload = upload(Pictures.jpeg(portrait(WALL, TAN, RED), 0.95f));
        Sitter armoured = draw(upload, "in plate armour", 11).sitter();
        Sitter laughing = draw(upload, "laughing on the moon", 12).sitter();

        for (Sitter sitter : List.of(armoured, laughing)) {
            Traits traits = BriefReader.read(PortraitBrief.of(sitter));
            assertThat(distance(traits.skinColour(), TAN)).isLessThan(12);
            assertThat(distance(traits.hairColour(), RED)).isLessThan(12);
            assertThat(sitter.face()).isNotNull();
        }
        Traits first = BriefReader.read(PortraitBrief.of(armoured));
        Traits second = BriefReader.read(PortraitBrief.of(laughing));
        assertThat(first.outfit()).isEqualTo(Outfit.PLATE);
        assertThat(second.expression()).isEqualTo(Expression.LAUGHING);
        assertThat(second.scene()).isEqualTo(Scene.MOON);
        assertThat(FaceGeometry.of(second)).isEqualTo(FaceGeometry.of(first));
    }

    @Test
    void aVariantOfAnUploadIsDrawnInTheColoursItShows() throws IOException {
        double dark = faceLight(upload(Pictures.png(portrait(WALL, Rgb.of(0x6b4431), RED))));
        double fair = faceLight(upload(Pictures.png(portrait(WALL, Rgb.of(0xf4d3bb), RED))));

        assertThat(fair).isGreaterThan(dark + 0.2);
    }

    /** How light a variant of the upload is, in the middle of its face. */
    private static double faceLight(ReferenceImage upload) throws IOException {
        ProvidedImage variant = draw(upload, "serene", 3);
        BufferedImage picture = Pictures.read(variant.content(), LIMITS);
        int x = (int) (variant.sitter().face().x() * picture.getWidth());
        int y = (int) (variant.sitter().face().y() * picture.getHeight());
        return Arrays.stream(picture.getRGB(x - 20, y - 10, 40, 20, null, 0, 40))
                .mapToDouble(Plane::luminance)
                .average()
                .orElseThrow();
    }

    @Test
    void aVariantOfAVariantOfAnUploadRemembersItsColours() throws IOException {
        ProvidedImage first = draw(upload(Pictures.png(portrait(WALL, TAN, RED))), "in plate armour", 1);
        Sitter second = draw(new ReferenceImage(first.content(), "image/png", first.sitter()), "laughing", 2)
                .sitter();
        Traits traits = BriefReader.read(PortraitBrief.of(second));

        assertThat(traits.skinColour()).isEqualTo(TAN);
        assertThat(traits.hairColour()).isEqualTo(RED);
        assertThat(traits.outfit()).isEqualTo(Outfit.PLATE);
    }

    @Test
    void anUploadThatCannotBeReadIsRefused() {
        ReferenceImage broken = upload("no picture".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> draw(broken, "laughing", 1)).isInstanceOf(ImageRefusedException.class);
    }

    /** The smallest and the oddest shapes have cheeks of at least a pixel. */
    @ParameterizedTest
    @EnumSource(Shape.class)
    void picturesOfAnyShapeAreLookedAt(Shape shape) {
        BufferedImage picture = new BufferedImage(shape.width, shape.height, BufferedImage.TYPE_INT_RGB);
        fill(picture, TAN, 0, 0, 1, 1);

        assertThat(read(NOTHING_SAID, picture).skinColour()).isEqualTo(TAN);
    }

    private enum Shape {
        DOT(1, 1),
        LINE(1, 700),
        BAND(700, 2);

        private final int width;
        private final int height;

        Shape(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private static final PictureLimits LIMITS = new PictureLimits(4_096, 4_000_000, 4_000_000);

    private static ProvidedImage draw(ReferenceImage reference, String wish, long variation) {
        ImageRequest request = TestArtist.request(
                Briefs.sitter().with("pose", Pose.STANDING_CONFIDENT).profile(),
                wish,
                null,
                List.of(reference),
                0.65,
                77,
                variation);
        return new BuiltinProvider(() -> 256)
                .generate(request)
                .await()
                .atMost(SOON)
                .get(0);
    }

    private static ReferenceImage upload(byte[] content) {
        return new ReferenceImage(content, "image/png", null);
    }

    private static Traits read(VisualProfile profile, BufferedImage picture) {
        VisualProfile seen = picture == null ? profile : ReferenceReader.coloured(profile, picture);
        return BriefReader.read(new PortraitBrief(seen, null, null, 0, 0));
    }

    /** A wall, a head of hair and a face where portraits have them. */
    private static BufferedImage portrait(Rgb wall, Rgb skin, Rgb hair) {
        BufferedImage picture = new BufferedImage(200, 240, BufferedImage.TYPE_INT_RGB);
        fill(picture, wall, 0, 0, 1, 1);
        fill(picture, hair, 0.28, 0.14, 0.72, 0.6);
        fill(picture, skin, 0.36, 0.3, 0.64, 0.68);
        return picture;
    }

    private static void fill(BufferedImage picture, Rgb colour, double left, double top, double right, double bottom) {
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(new Color(colour.red(), colour.green(), colour.blue()));
        graphics.fillRect(
                (int) (left * picture.getWidth()),
                (int) (top * picture.getHeight()),
                (int) Math.ceil((right - left) * picture.getWidth()),
                (int) Math.ceil((bottom - top) * picture.getHeight()));
        graphics.dispose();
    }
}
