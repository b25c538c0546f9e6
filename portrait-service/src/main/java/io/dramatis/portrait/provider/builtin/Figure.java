package io.dramatis.portrait.provider.builtin;

/** Where head and body stand in the picture, in picture units (0 to 1024). */
record Figure(
        double headX,
        double headY,
        double headScale,
        double tilt,
        double bodyX,
        double neckHalf,
        double chin,
        double pit,
        double shoulderY,
        double shoulderHalf,
        boolean turned,
        int facing) {

    static Figure of(Traits traits, FaceGeometry face, Dice incidental) {
        Race race = traits.race();
        Build build = traits.build();
        double soft = traits.gender().softness();
        double scale = 1.19 * race.headScale();
        double headY = 424
                - 26 * traits.stature()
                + (race.small() ? 34 : 0)
                + (traits.age() == AgeCategory.CHILD ? 40 : 0)
                - (race.elven() ? 12 : 0);
        double chin = headY + face.chinY() * scale;
        double neckLength = (race.small() ? 54 : race.elven() ? 88 : 74)
                - 16 * build.muscle() * (1 - 0.5 * soft)
                - (build == Build.HEAVYSET || build == Build.STOCKY ? 12 : 0)
                + 6 * soft;
        double young = traits.age() == AgeCategory.CHILD ? 0.78 : 1;
        boolean turned = traits.pose() == Pose.LOOKING_OVER_SHOULDER;
        double tilt = face.facing() * traits.pose().tilt() + incidental.between(-1.6, 1.6);
        double headX = 512 + face.facing() * (turned ? -8 : -6);
        return new Figure(
                headX,
                headY,
                scale,
                tilt,
                turned ? 512 - face.facing() * 30 : 512,
                74 * race.neck() * build.neck() * (1 - 0.2 * soft) * young,
                chin,
                chin + neckLength,
                chin + neckLength + 18,
                (338 * race.shoulders() * build.shoulders()) * (1 - 0.14 * soft) * young,
                turned,
                face.facing());
    }

    /** The silhouette of shoulders and chest, closed below the picture's edge. */
    String torso(double swell) {
        double half = shoulderHalf + swell;
        double top = pit - 46;
        return Outline.around(
                bodyX - neckHalf * 0.9,
                top,
                bodyX - neckHalf - 26,
                pit - 14 - swell * 0.6,
                bodyX - half * 0.62,
                shoulderY + 6 - swell,
                bodyX - half * 0.92,
                shoulderY + 48 - swell * 0.6,
                bodyX - half - 8,
                shoulderY + 140,
                bodyX - half - 22,
                1100,
                bodyX,
                1180,
                bodyX + half + 22,
                1100,
                bodyX + half + 8,
                shoulderY + 140,
                bodyX + half * 0.92,
                shoulderY + 48 - swell * 0.6,
                bodyX + half * 0.62,
                shoulderY + 6 - swell,
                bodyX + neckHalf + 26,
                pit - 14 - swell * 0.6,
                bodyX + neckHalf * 0.9,
                top);
    }
}
