package io.dramatis.portrait.provider.builtin;

/** The build of the body: factors on shoulder and neck width, and the fullness of the face in head units. */
enum Build {
    SLENDER(0.88, 0.84, -5, 0.0),
    ATHLETIC(1.02, 1.04, -1, 0.6),
    MUSCULAR(1.16, 1.30, 2, 1.0),
    STOCKY(1.10, 1.22, 6, 0.4),
    HEAVYSET(1.14, 1.28, 13, 0.0),
    AVERAGE(1.00, 1.00, 0, 0.2);

    private final double shoulders;
    private final double neck;
    private final double fullness;
    private final double muscle;

    Build(double shoulders, double neck, double fullness, double muscle) {
        this.shoulders = shoulders;
        this.neck = neck;
        this.fullness = fullness;
        this.muscle = muscle;
    }

    double shoulders() {
        return shoulders;
    }

    double neck() {
        return neck;
    }

    double fullness() {
        return fullness;
    }

    double muscle() {
        return muscle;
    }
}
