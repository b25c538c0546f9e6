package io.dramatis.portrait.provider.builtin;

/**
 * A face's mood, as offsets on its resting geometry in head units.
 *
 * <p>Positive {@code browInner} and {@code browArch} raise the brow; {@code lid} is how far the eye is open;
 * {@code squint} raises the lower lid; positive {@code smile} lifts the corners of the mouth; {@code smirk} lifts
 * one of them; {@code open} parts the lips; {@code pitch} lowers the head; {@code gaze} turns the eyes aside.
 */
enum Expression {
    CONFIDENT(-2, 3, 0.92, 0.20, 4.0, 5.0, 0, -3, 0),
    SERENE(3, 1, 0.66, 0.15, 3.5, 0, 0, 2, 0),
    DETERMINED(-5.5, 0, 0.90, 0.22, 1.6, 0, 0, 3, 0),
    FRIENDLY(4, 5, 0.96, 0.42, 9.5, 0, 0, 0, 0),
    STERN(-8, -3, 0.80, 0.12, -4.0, 0, 0, 1, 0),
    MYSTERIOUS(-2, 2, 0.74, 0.30, 2.5, 4.5, 0, 5, 0.55),
    JOYFUL(6, 9, 0.82, 0.75, 13.0, 0, 1.0, -4, 0),
    BROODING(-6, -5, 0.72, 0.05, -2.5, 0, 0, 10, -0.35),
    WISE(5, 3, 0.74, 0.35, 4.5, 0, 0, 1, 0),
    FIERCE(-13, 2, 1.00, 0.40, -8.0, 0, 0.8, 6, 0),
    SAD(7, -4, 0.70, 0.08, -6.5, 0, 0, 7, 0),
    CRYING(11, -5, 0.52, 0.55, -9.5, 0, 0.35, 5, 0),
    SURPRISED(8, 12, 1.22, 0, 0, 0, 0.85, -3, 0),
    AFRAID(11, 3, 1.16, 0.05, -4.5, 0, 0.4, 2, -0.25),
    LAUGHING(5, 11, 0.50, 0.95, 15.0, 0, 1.25, -7, 0);

    private final double browInner;
    private final double browArch;
    private final double lid;
    private final double squint;
    private final double smile;
    private final double smirk;
    private final double open;
    private final double pitch;
    private final double gaze;

    Expression(
            double browInner,
            double browArch,
            double lid,
            double squint,
            double smile,
            double smirk,
            double open,
            double pitch,
            double gaze) {
        this.browInner = browInner;
        this.browArch = browArch;
        this.lid = lid;
        this.squint = squint;
        this.smile = smile;
        this.smirk = smirk;
        this.open = open;
        this.pitch = pitch;
        this.gaze = gaze;
    }

    double browInner() {
        return browInner;
    }

    double browArch() {
        return browArch;
    }

    double lid() {
        return lid;
    }

    double squint() {
        return squint;
    }

    double smile() {
        return smile;
    }

    double smirk() {
        return smirk;
    }

    double open() {
        return open;
    }

    double pitch() {
        return pitch;
    }

    double gaze() {
        return gaze;
    }
}
