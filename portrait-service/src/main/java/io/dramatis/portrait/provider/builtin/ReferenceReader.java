package io.dramatis.portrait.provider.builtin;

import io.dramatis.events.VisualProfile;
import io.dramatis.kit.image.PictureLimits;
import io.dramatis.kit.image.Pictures;
import io.dramatis.kit.image.UnreadablePictureException;
import io.dramatis.portrait.provider.ImageRefusedException;
import io.dramatis.portrait.provider.ImageRequest;
import io.dramatis.portrait.provider.ReferenceImage;
import io.dramatis.portrait.provider.Sitter;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds out who sits in a reference. Of a picture from elsewhere, only two colours can be told: what the profile does not
 * say of skin and hair is read off the picture, where it looks like skin and hair. Eyes are too small for that, and are
 * the profile's. Blocking: for worker threads.
 */
final class ReferenceReader {

    private static final PictureLimits LIMITS = new PictureLimits(8_192, 32_000_000, 1_500_000);

    /** Both cheeks, as left, top, right and bottom, where a portrait has them: parts of width and height. */
    private static final double[][] CHEEKS = {{0.41, 0.46, 0.46, 0.51}, {0.54, 0.46, 0.59, 0.51}};

    private static final double[][] CROWN = {{0.40, 0.18, 0.60, 0.24}};
    private static final double[][] CORNERS = {{0.02, 0.02, 0.12, 0.20}, {0.88, 0.02, 0.98, 0.20}};

    /** Cheeks of one face differ less, even if the light comes from one side. */
    private static final int ONE_FACE = 90;

    private static final int ANOTHER_THING = 70;
    private static final int COLOURED = 18;

    private ReferenceReader() {}

    /** @throws ImageRefusedException when the picture cannot be read */
    static Sitter sitter(ReferenceImage reference, ImageRequest request) {
        if (reference.sitter() != null && reference.sitter().visual() != null) {
            return reference.sitter();
        }
        VisualProfile profile = request.visual();
        try {
            profile = coloured(profile, Pictures.read(reference.content(), LIMITS));
        } catch (UnreadablePictureException broken) {
            throw new ImageRefusedException("The reference cannot be read: " + broken.getMessage());
        }
        return new Sitter(profile, null, null, request.identitySeed(), request.variation(), null);
    }

    /** What the profile says of a colour, wherever it says it, is meant, and stays. */
    static VisualProfile coloured(VisualProfile profile, BufferedImage picture) {
        Traits said = BriefReader.read(new PortraitBrief(profile, null, null, 0, 0));
        Optional<Rgb> skin = skin(picture, said.race());
        Optional<Rgb> hair = skin.flatMap(colour -> hair(picture, colour));
        ProfileDraft draft = new ProfileDraft(profile, null);
        if (said.hairColour() == null) {
            draft.hair = ProfileDraft.join(draft.hair, hair.map(Rgb::hex).orElse(null));
        }
        if (said.skinColour() == null) {
            draft.skin = ProfileDraft.join(draft.skin, skin.map(Rgb::hex).orElse(null));
        }
        return draft.profile();
    }

    private static Optional<Rgb> skin(BufferedImage picture, Race race) {
        Rgb left = median(picture, CHEEKS[0]);
        Rgb right = median(picture, CHEEKS[1]);
        Rgb middle = left.mix(right, 0.5);
        double luminance = middle.luminance();
        boolean human = middle.red() > middle.green() && middle.green() >= middle.blue() - 8;
        boolean ownColour = RaceColours.of(race).ownShare() > 0 || race == Race.DRAGONBORN;
        boolean plausible = distance(left, right) < ONE_FACE
                && luminance > 0.12
                && luminance < 0.95
                && spread(middle) > COLOURED
                && (human || ownColour);
        return plausible ? Optional.of(middle) : Optional.empty();
    }

    private static Optional<Rgb> hair(BufferedImage picture, Rgb skin) {
        Rgb crown = median(picture, CROWN[0]);
        boolean background = distance(crown, median(picture, CORNERS[0])) < ANOTHER_THING
                || distance(crown, median(picture, CORNERS[1])) < ANOTHER_THING;
        return background || distance(crown, skin) < ANOTHER_THING / 2 ? Optional.empty() : Optional.of(crown);
    }

    private static Rgb median(BufferedImage picture, double[] place) {
        int left = (int) (place[0] * picture.getWidth());
        int top = (int) (place[1] * picture.getHeight());
        int right = Math.max(left + 1, (int) (place[2] * picture.getWidth()));
        int bottom = Math.max(top + 1, (int) (place[3] * picture.getHeight()));
        int[] pixels = picture.getRGB(left, top, right - left, bottom - top, null, 0, right - left);
        return new Rgb(median(pixels, 16), median(pixels, 8), median(pixels, 0));
    }

    private static int median(int[] pixels, int shift) {
        int[] channel = Arrays.stream(pixels)
                .map(pixel -> pixel >> shift & 0xff)
                .sorted()
                .toArray();
        return channel[channel.length / 2];
    }

    private static int distance(Rgb one, Rgb other) {
        return Math.abs(one.red() - other.red())
                + Math.abs(one.green() - other.green())
                + Math.abs(one.blue() - other.blue());
    }

    private static int spread(Rgb colour) {
        return Math.max(colour.red(), Math.max(colour.green(), colour.blue()))
                - Math.min(colour.red(), Math.min(colour.green(), colour.blue()));
    }
}
