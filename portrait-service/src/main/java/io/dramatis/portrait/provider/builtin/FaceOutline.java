package io.dramatis.portrait.provider.builtin;

/** The silhouette of the head as the view shows it, in head units. */
final class FaceOutline {

    private FaceOutline() {}

    static String data(FaceGeometry face, HeadView view, double swell) {
        double[] right = side(face, view, 1, swell);
        double[] left = side(face, view, -1, swell);
        int count = right.length / 2;
        double[] all = new double[right.length + left.length + 4];
        all[0] = view.chinShift() * -0.15;
        all[1] = face.skullTop() - swell;
        System.arraycopy(right, 0, all, 2, right.length);
        int at = right.length + 2;
        all[at++] = view.chinShift();
        all[at++] = face.chinY() + swell;
        for (int i = count - 1; i >= 0; i--) {
            all[at++] = left[2 * i];
            all[at++] = left[2 * i + 1];
        }
        return Outline.around(all);
    }

    /** The half of the outline on one side, from the crown down to the chin. */
    static double[] side(FaceGeometry face, HeadView view, int side, double swell) {
        double far = side == view.farSide() ? Math.abs(view.sine()) : 0;
        double near = side == view.farSide() ? 0 : Math.abs(view.sine());
        double shift = view.chinShift();
        double w = face.halfWidth() + swell;
        double cheek = face.cheekbone();
        return new double[] {
            side * w * 0.60,
            face.skullTop() + 24 - swell * 0.8,
            side * w * (0.93 + 0.06 * near),
            -98 - swell * 0.4,
            side * (face.templeHalf() + swell) * (1.0 - 0.12 * far) + shift * 0.06,
            -36,
            side * w * (1.0 - 0.02 * far) + shift * 0.14,
            22,
            side * (face.jawHalf() + (w - face.jawHalf()) * (0.52 - 0.12 * cheek)) + shift * 0.32,
            face.jawY() * 0.68,
            side * (face.jawHalf() + swell) * (1.0 - 0.10 * far) + shift * 0.5,
            face.jawY(),
            side * (face.chinHalf() * 0.55 + face.jawHalf() * 0.42) + shift * 0.8,
            face.jawY() + (face.chinY() - face.jawY()) * 0.58 + swell * 0.5,
            side * face.chinHalf() * 0.86 + shift,
            face.chinY() - 7 + swell * 0.9,
        };
    }
}
