package io.dramatis.portrait.provider.builtin;

import io.dramatis.portrait.prompt.PortraitStyle;

/**
 * How a style draws a face: the drawn styles enlarge the eyes and make little of nose and lips. All measures are scaled
 * by fixed factors, so that what tells one sitter from another is kept.
 */
final class StyledFace {

    private StyledFace() {}

    /** Whether eyes are drawn with a pen, flat and large, and not modelled. */
    static boolean drawn(Traits traits) {
        return eyes(traits.style()) > 1 && traits.race() != Race.DRAGONBORN;
    }

    /** How much taller an eye is than in life. */
    private static double eyes(PortraitStyle style) {
        return switch (style) {
            case ANIME -> 1.72;
            case WEBTOON -> 1.36;
            case PIXEL -> 1.5;
            case REALISTIC, PAINTERLY, INK -> 1;
        };
    }

    static FaceGeometry of(FaceGeometry face, Traits traits) {
        if (!drawn(traits)) {
            return face;
        }
        boolean anime = traits.style() == PortraitStyle.ANIME;
        double tall = eyes(traits.style());
        double small = anime ? 0.66 : 0.82;
        return new FaceGeometry(
                face.halfWidth(),
                face.templeHalf(),
                face.jawHalf() * (anime ? 0.94 : 0.98),
                face.jawY(),
                face.chinHalf() * (anime ? 0.72 : 0.88),
                face.chinY(),
                face.skullTop(),
                face.hairlineY(),
                face.cheekbone() * (anime ? 0.4 : 0.7),
                face.eyeX() + (anime ? 2 : 0),
                face.eyeHalf() * (1 + (tall - 1) * 0.26),
                face.eyeHeight() * tall,
                face.eyeTilt(),
                face.browY() - face.eyeHeight() * (tall - 1) * 0.55,
                face.browThick() * (anime ? 0.66 : 0.86),
                face.browArch(),
                face.browHalf(),
                face.noseTipY() + (anime ? 4 : 2),
                face.noseHalf() * small,
                face.bridgeHalf() * small,
                face.noseTip() * small,
                face.mouthY() + (anime ? 3 : 1),
                face.mouthHalf() * (anime ? 0.74 : 0.9),
                face.upperLip() * (anime ? 0.5 : 0.8),
                face.lowerLip() * (anime ? 0.55 : 0.84),
                face.earSize(),
                face.freckles(),
                face.moleX(),
                face.moleY(),
                face.hairStyle(),
                face.beard(),
                face.parting(),
                face.recession(),
                face.facing(),
                face.locks());
    }
}
