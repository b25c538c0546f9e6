package io.dramatis.portrait.provider.builtin;

/**
 * The face that somebody had as a child: large eyes under fine brows, a small nose and mouth, full cheeks. All measures
 * are scaled by fixed factors, so that it is the same person's.
 */
final class ChildFace {

    private ChildFace() {}

    static FaceGeometry of(FaceGeometry face, Traits traits) {
        if (traits.age() != AgeCategory.CHILD || traits.race() == Race.DRAGONBORN) {
            return face;
        }
        double chin = face.chinY() * 0.87;
        return new FaceGeometry(
                face.halfWidth() * 1.04,
                face.templeHalf() * 1.04,
                face.jawHalf() * 1.07,
                chin * 0.66,
                face.chinHalf() * 0.86,
                chin,
                face.skullTop(),
                face.hairlineY() - 4,
                face.cheekbone() * 0.3,
                face.eyeX(),
                face.eyeHalf() * 1.1,
                face.eyeHeight() * 1.3,
                face.eyeTilt(),
                face.browY() - 3,
                face.browThick() * 0.6,
                face.browArch(),
                face.browHalf() * 0.95,
                face.noseTipY() * 0.86,
                face.noseHalf() * 0.78,
                face.bridgeHalf() * 0.86,
                face.noseTip() * 0.84,
                face.mouthY() * 0.87,
                face.mouthHalf() * 0.8,
                face.upperLip() * 0.9,
                face.lowerLip() * 0.92,
                face.earSize(),
                face.freckles(),
                face.moleX(),
                face.moleY(),
                face.hairStyle(),
                face.beard(),
                face.parting(),
                0,
                face.facing(),
                face.locks());
    }
}
