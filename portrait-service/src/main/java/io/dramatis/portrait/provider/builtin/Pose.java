package io.dramatis.portrait.provider.builtin;

/** What the sitter does, as far as a half-length portrait can show it; {@code yaw} turns the head, in degrees. */
enum Pose {
    STANDING_CONFIDENT(11, 0),
    ARMS_CROSSED(9, 1.5),
    WEAPON_READY(15, -2),
    CASTING_SPELL(14, 2),
    SEATED_THOUGHTFUL(17, 4.5),
    LOOKING_OVER_SHOULDER(27, 2.5);

    private final double yaw;
    private final double tilt;

    Pose(double yaw, double tilt) {
        this.yaw = yaw;
        this.tilt = tilt;
    }

    double yaw() {
        return yaw;
    }

    double tilt() {
        return tilt;
    }
}
