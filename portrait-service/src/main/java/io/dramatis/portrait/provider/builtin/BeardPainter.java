package io.dramatis.portrait.provider.builtin;

/** Paints beards and moustaches over the lower face, leaving the lips to be seen. */
final class BeardPainter {

    private final Sitting sitting;
    private final Svg svg;
    private final FaceGeometry face;
    private final HeadView view;
    private final BeardStyle style;
    private final HairBrush brush;
    private final Dice dice;

    BeardPainter(Sitting sitting) {
        this.sitting = sitting;
        this.svg = sitting.svg();
        this.face = sitting.face();
        this.view = sitting.head();
        this.style = sitting.beard();
        this.brush = new HairBrush(sitting, sitting.palette().beard(), 96, 51);
        this.dice = brush.dice();
    }

    void paint() {
        switch (style) {
            case NONE -> {}
            case STUBBLE -> stubble();
            case MOUSTACHE -> moustache(1.15);
            case GOATEE -> {
                goatee();
                moustache(0.85);
            }
            case SHORT -> {
                full(16, 0.30);
                moustache(0.85);
            }
            case FULL -> {
                full(62, 0.55);
                moustache(1.05);
            }
            case LONG -> {
                full(190, 0.62);
                moustache(1.2);
            }
            case BRAIDED -> {
                full(96, 0.85);
                plaits();
                moustache(1.35);
            }
        }
    }

    private void stubble() {
        String area = bearded(3);
        svg.openClip(FaceOutline.data(face, view, 0));
        svg.openBlur(7);
        svg.fill(area, sitting.palette().beard().mix(sitting.palette().skinShade(), 0.35), 0.36);
        svg.close();
        Rgb dot = sitting.palette().beard().darker(0.25);
        double w = face.halfWidth();
        for (int i = 0; i < 230; i++) {
            double x = dice.between(-0.9, 0.9) * w;
            double y = dice.between(face.mouthY() - 34, face.chinY());
            boolean cheek = Math.abs(x) > face.mouthHalf() + 6 && y < face.mouthY() + 12 - (Math.abs(x) - 50) * 0.8;
            boolean lips = Math.abs(x) < face.mouthHalf() && y > face.mouthY() - 12 && y < face.mouthY() + 17;
            boolean philtrum = Math.abs(x) < face.mouthHalf() * 0.9 && y < face.mouthY() - 26;
            if (!cheek && !lips && !philtrum) {
                double px = view.x(x);
                svg.stroke(Outline.through(px, y, px + dice.between(-1.5, 1.5), y + 4), dot, 1, 0.4);
            }
        }
        svg.close();
    }

    /** The area a full beard grows on, hanging a little below the chin. */
    private String bearded(double below) {
        double[] right = FaceOutline.side(face, view, 1, 3);
        double[] left = FaceOutline.side(face, view, -1, 3);
        double chin = face.chinY() + below;
        double shift = view.chinShift();
        double y = face.mouthY();
        double half = face.mouthHalf();
        double[] cheek = view.map(
                2,
                -face.halfWidth() * 0.80,
                y - 40,
                -half - 24,
                y - 24,
                -half - 3,
                y - 30,
                -half * 0.5,
                y - 30,
                0,
                y - 20,
                half * 0.5,
                y - 30,
                half + 3,
                y - 30,
                half + 24,
                y - 24,
                face.halfWidth() * 0.80,
                y - 40);
        double wide = Math.min(1.12, 1 + below / 500);
        return Outline.around(
                left[6],
                left[7] - 18,
                cheek[0],
                cheek[1],
                cheek[2],
                cheek[3],
                cheek[4],
                cheek[5],
                cheek[6],
                cheek[7],
                cheek[8],
                cheek[9],
                cheek[10],
                cheek[11],
                cheek[12],
                cheek[13],
                cheek[14],
                cheek[15],
                cheek[16],
                cheek[17],
                right[6],
                right[7] - 18,
                right[8],
                right[9],
                right[10] * wide,
                right[11] + below * 0.12,
                right[12] * wide,
                right[13] + below * 0.5,
                shift + face.chinHalf() * 0.8,
                chin - 2,
                shift,
                chin + 5,
                shift - face.chinHalf() * 0.8,
                chin - 2,
                left[12] * wide,
                left[13] + below * 0.5,
                left[10] * wide,
                left[11] + below * 0.12,
                left[8],
                left[9]);
    }

    private void full(double below, double fullness) {
        String area = bearded(below);
        svg.openBlur(7);
        svg.fill(bearded(below + 5), sitting.palette().skinDeep(), 0.35);
        svg.close();
        brush.mass(area);
        double shift = view.chinShift();
        double y = face.mouthY();
        double chin = face.chinY() + below;
        double wide = Math.min(1.12, 1 + below / 500);
        for (int row = 0; row < 4; row++) {
            int locks = 17;
            for (int i = 0; i < locks; i++) {
                double place = 1 - (i / 2) * 2.0 / locks;
                double t = i % 2 == 0 ? place : -place;
                double start = Math.abs(t);
                double fromX = view.x(t * face.jawHalf() * (1.06 - 0.10 * row));
                double fromY = y - 34 + row * 17 + (1 - start) * (row == 0 ? 46 : 36);
                double endX = shift * 0.9 + t * face.jawHalf() * (0.94 * wide - 0.26 * start);
                double reach = (0.45 + 0.18 * row) * (1 - 0.52 * start * start);
                double endY = fromY + 20 + Math.max(16, (chin - fromY) * reach) + dice.between(-6, 10);
                double bow = t * 13 * fullness;
                brush.lock(
                        dice.between(13, 18),
                        fromX,
                        fromY,
                        fromX + bow,
                        fromY + (endY - fromY) * 0.4,
                        endX + bow * 1.3,
                        fromY + (endY - fromY) * 0.72,
                        endX * 0.94,
                        endY);
            }
        }
        if (below > 40) {
            for (int i = 0; i < 15; i++) {
                double place = 1 - (i / 2) * 2.0 / 15;
                double t = i % 2 == 0 ? place : -place;
                double x = shift + t * (face.chinHalf() + 30);
                brush.lock(
                        dice.between(15, 20),
                        x,
                        face.chinY() - 20,
                        x * 1.08,
                        face.chinY() + below * 0.3,
                        x * 1.02,
                        face.chinY() + below * 0.7,
                        shift + (x - shift) * 0.5,
                        chin + 8 - Math.abs(t) * below * 0.34 + dice.between(-4, 12));
            }
        }
        lipGap();
    }

    /** The lower lip shows between moustache and beard. */
    private void lipGap() {
        double y = face.mouthY();
        double smile = Math.max(-3, sitting.traits().expression().smile());
        double gap = sitting.traits().expression().open() * 16;
        double half = face.mouthHalf() * 0.84;
        svg.fill(
                Outline.around(view.map(
                        9,
                        -half,
                        y - smile * 0.6,
                        -half * 0.4,
                        y - 3,
                        0,
                        y - 1,
                        half * 0.4,
                        y - 3,
                        half,
                        y - smile * 0.6,
                        half * 0.5,
                        y + gap + face.lowerLip() * 0.9,
                        0,
                        y + gap + face.lowerLip() + 2,
                        -half * 0.5,
                        y + gap + face.lowerLip() * 0.9)),
                brush.deep().darker(0.35),
                0.9);
        new MouthPainter(sitting).paintInBeard();
    }

    private void goatee() {
        double y = face.mouthY() + face.lowerLip() + 9;
        double shift = view.chinShift();
        double end = face.chinY() + 26;
        double half = face.chinHalf() * 0.72;
        double middle = view.x(0, 9);
        brush.mass(Outline.around(
                middle - half * 0.5,
                y,
                middle,
                y - 3,
                middle + half * 0.5,
                y,
                shift + half,
                face.chinY() - 16,
                shift + half * 0.5,
                end - 10,
                shift,
                end,
                shift - half * 0.5,
                end - 10,
                shift - half,
                face.chinY() - 16));
        for (int i = 0; i < 15; i++) {
            double place = 1 - (i / 2) * 2.0 / 15;
            double t = i % 2 == 0 ? place : -place;
            brush.lock(
                    9,
                    middle + t * half * 0.6,
                    y + 2 + Math.abs(t) * 12,
                    shift + t * half,
                    (y + end) / 2,
                    shift + t * half * 0.3,
                    end + dice.between(-10, 6) - Math.abs(t) * 12);
        }
    }

    private void moustache(double size) {
        double y = face.mouthY() - face.upperLip();
        double smile = sitting.traits().expression().smile();
        double reach = face.mouthHalf() * (1.05 + 0.22 * size);
        for (int layer = 0; layer < 6; layer++) {
            for (int side = -1; side <= 1; side += 2) {
                double rise = layer * 2.4;
                double droop = (style == BeardStyle.MOUSTACHE ? 10 : 16) * size - smile * 0.9 - layer * 1.6;
                double[] hair = view.map(
                        12,
                        side * (1 + layer * 0.5),
                        y - 6 - rise,
                        side * reach * 0.34,
                        y - 7 - rise * 0.9,
                        side * reach * 0.72,
                        y + 1 - rise * 0.5 + droop * 0.3,
                        side * reach * (1 - layer * 0.05),
                        y + droop);
                brush.lock((17 - layer * 1.3) * size, hair);
            }
        }
    }

    private void plaits() {
        double shift = view.chinShift();
        double y = face.chinY() + 66;
        brush.braid(shift, y + 6, shift, y + 142, 50, sitting.palette().trim());
        for (int side = -1; side <= 1; side += 2) {
            brush.braid(
                    shift + side * 50,
                    y - 26,
                    shift + side * 62,
                    y + 70,
                    32,
                    sitting.palette().trim());
        }
    }
}
