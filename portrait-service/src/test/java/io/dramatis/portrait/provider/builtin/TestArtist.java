package io.dramatis.portrait.provider.builtin;

import io.dramatis.events.VisualProfile;
import io.dramatis.portrait.prompt.PromptText;
import io.dramatis.portrait.provider.FacePlace;
import io.dramatis.portrait.provider.ImageRequest;
import io.dramatis.portrait.provider.ReferenceImage;
import io.dramatis.portrait.provider.Sitter;
import java.awt.image.BufferedImage;
import java.util.List;

/** The built-in artist at any size, and random characters to draw; for the tests of other packages. */
public final class TestArtist {

    private static final String[] HAIR = {
        "long black hair",
        "short brown hair",
        "red braids",
        "silver ponytail",
        "curly blond hair",
        "blue mohawk",
        "bald"
    };
    private static final String[] EYES = {"blue", "green eyes", "amber", "violet", "dark brown", "grey"};
    private static final String[] SKIN = {"pale", "olive skin", "dark brown skin", "fair", "bronze"};
    private static final String[] FEATURES = {
        "freckles", "scar across left cheek", "glasses", "a short beard", "stubble"
    };
    private static final String[] SCENES = {
        "forest", "tavern", "castle hall", "snow", "desert", "library", "city street"
    };

    private final SvgRasterizer rasterizer = new SvgRasterizer();
    private final PortraitArtist artist = new PortraitArtist();
    private final PortraitStudio studio = new PortraitStudio();

    /** @param image without the finish of a style, unless one was named */
    public record Portrait(BufferedImage image, Sitter sitter) {}

    /** Somebody of any people, gender, age and build; some are described closely, some hardly at all. */
    public static ImageRequest anybody(long seed) {
        return anybody(seed, null);
    }

    public static ImageRequest anybody(long seed, String style) {
        Dice dice = Dice.of(seed, 500);
        String age = Keywords.wire(AgeCategory.values()[dice.below(4)]);
        VisualProfile visual = new VisualProfile(
                Keywords.wire(Race.values()[dice.below(Race.values().length)]),
                Keywords.wire(Gender.values()[dice.below(3)]),
                dice.chance(0.8) ? Keywords.wire(CharacterClass.values()[dice.below(13)]) : null,
                age,
                Keywords.wire(Build.values()[dice.below(6)]),
                dice.chance(0.3) ? "tall" : null,
                Keywords.wire(Expression.values()[dice.below(10)]),
                dice.chance(0.3) ? FEATURES[dice.below(FEATURES.length)] : null,
                dice.chance(0.3) ? "travel clothes" : null,
                null,
                null,
                dice.chance(0.6) ? SCENES[dice.below(SCENES.length)] : null,
                Keywords.wire(Pose.values()[dice.below(6)]),
                dice.chance(0.4) ? HAIR[dice.below(HAIR.length)] : null,
                dice.chance(0.4) ? EYES[dice.below(EYES.length)] : null,
                dice.chance(0.3) ? SKIN[dice.below(SKIN.length)] : null,
                null,
                null);
        return request(visual, null, style, List.of(), 0.65, dice.nextLong(), dice.nextLong());
    }

    /** A variant of what was drawn, with another throw of the dice for what is left to chance. */
    public static ImageRequest variant(Sitter sitter, String wish, String style, double strength, long variation) {
        return request(
                sitter.visual(),
                wish,
                style,
                List.of(new ReferenceImage(new byte[0], "image/png", sitter)),
                strength,
                sitter.identitySeed(),
                variation);
    }

    static ImageRequest request(
            VisualProfile visual,
            String wish,
            String style,
            List<ReferenceImage> references,
            double strength,
            long identity,
            long variation) {
        return new ImageRequest(
                "Somebody",
                visual,
                PromptText.ofProse("Somebody"),
                null,
                wish,
                style,
                1,
                null,
                null,
                references,
                strength,
                identity,
                variation);
    }

    public Portrait draw(ImageRequest request, int size) {
        Sitter wanted = BuiltinProvider.sitter(request, 0);
        PortraitBrief brief = PortraitBrief.of(wanted);
        FacePlace place = FaceLocator.of(BriefReader.read(brief));
        BufferedImage image =
                wanted.style() == null ? rasterizer.image(artist.draw(brief), size) : studio.image(brief, size);
        return new Portrait(image, wanted.withFace(place));
    }
}
