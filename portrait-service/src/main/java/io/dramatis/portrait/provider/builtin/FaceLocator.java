package io.dramatis.portrait.provider.builtin;

import io.dramatis.portrait.provider.FacePlace;

/** Says where the face of a drawing is. */
final class FaceLocator {

    private static final double PICTURE = 1024;

    private FaceLocator() {}

    /** In the picture that {@link PortraitArtist} draws of these traits. */
    static FacePlace of(Traits traits) {
        return of(PortraitArtist.sit(traits, new Svg(), false));
    }

    static FacePlace of(Sitting sitting) {
        FaceGeometry face = sitting.face();
        Figure figure = sitting.figure();
        double middle = face.mouthY() / 2;
        double x = sitting.head().x(0);
        double y = sitting.head().y(0, middle, 0);
        double turn = StrictMath.toRadians(figure.tilt());
        double sine = StrictMath.sin(turn) * figure.headScale();
        double cosine = StrictMath.cos(turn) * figure.headScale();
        return new FacePlace(
                (figure.headX() + x * cosine - y * sine) / PICTURE,
                (figure.headY() + x * sine + y * cosine) / PICTURE,
                (face.chinY() - face.hairlineY()) * figure.headScale() / PICTURE,
                figure.tilt());
    }
}
