package io.dramatis.portrait.provider.builtin;

/** Paints the hair in two goes: what falls behind the shoulders, and what lies over the head. */
final class HairPainter {

    /** The volume of hair that shows the skin of the head. */
    private static final double BARE = 2;

    private final Sitting sitting;
    private final Svg svg;
    private final FaceGeometry face;
    private final HairStyle style;
    private final HairShape shape;
    private final HairBrush brush;
    private final Dice dice;
    private final double w;
    private final double part;

    HairPainter(Sitting sitting) {
        this.sitting = sitting;
        this.svg = sitting.svg();
        this.face = sitting.face();
        this.style = covered(sitting);
        this.shape = new HairShape(face, sitting.head(), volume(style));
        this.brush = new HairBrush(sitting, sitting.palette().hair(), face.skullTop() + 22, 41);
        this.dice = brush.dice();
        this.w = face.halfWidth();
        this.part = face.parting();
    }

    /** Under a helmet or a hood drawn up no bun and no crest finds room. */
    private static HairStyle covered(Sitting sitting) {
        HairStyle style = sitting.hairStyle();
        boolean tight =
                switch (sitting.traits().headwear()) {
                    case HOOD, HELMET, WIZARD_HAT, BANDANA, FEATHERED_HAT -> true;
                    default -> false;
                };
        boolean tall = style == HairStyle.BUN || style == HairStyle.MOHAWK;
        return tight && tall ? HairStyle.SLICKED : style;
    }

    private static double volume(HairStyle style) {
        return switch (style) {
            case BALD, SHAVED, MOHAWK -> BARE;
            case SHORT, SLICKED, BUN, PONYTAIL, BRAIDS -> 13;
            case TOUSLED, LONG, BOB -> 20;
            case WAVY, CURLY, LONG_CURLY -> 24;
        };
    }

    void paintBehind() {
        switch (style) {
            case LONG -> curtainBehind(335, 40, 0);
            case WAVY -> curtainBehind(315, 58, 14);
            case BOB -> curtainBehind(150, 34, 0);
            case LONG_CURLY -> curlsBehind();
            case BRAIDS -> curtainBehind(110, 12, 0);
            case PONYTAIL -> tail();
            case BUN -> bun();
            case CURLY -> brush.mass(Outline.ellipse(0, -70, w + 30, 150));
            default -> {
                if (volume(style) > BARE) {
                    brush.mass(Outline.ellipse(0, -52, w + 3, 118));
                }
            }
        }
    }

    void paintOver() {
        if (style == HairStyle.BALD) {
            return;
        }
        if (style == HairStyle.SHAVED || style == HairStyle.MOHAWK) {
            svg.fill(shape.cap(), sitting.palette().hair().darker(0.15), 0.42);
            stubble();
            if (style == HairStyle.MOHAWK) {
                crest();
            }
            return;
        }
        shadowOnBrow();
        brush.mass(shape.cap());
        if (style == HairStyle.TOUSLED || style == HairStyle.SHORT) {
            brush.body(shape.cap());
        }
        switch (style) {
            case CURLY, LONG_CURLY -> curls();
            case TOUSLED -> tousled();
            case SHORT -> cropped();
            case SLICKED, BUN, PONYTAIL -> swept();
            default -> parted();
        }
        if (StyledFace.drawn(sitting.traits()) && style != HairStyle.CURLY && style != HairStyle.LONG_CURLY) {
            gloss();
        }
        switch (style) {
            case LONG -> sideLocks(300, 0);
            case WAVY -> sideLocks(285, 15);
            case BOB -> sideLocks(138, 0);
            case BRAIDS -> braids();
            case BUN -> looseStrands();
            default -> {}
        }
    }

    /** A band of light around the crown, frayed along the locks. */
    private void gloss() {
        int teeth = 22;
        double centre = sitting.light() * 0.16;
        double[] band = new double[(teeth + 1) * 4];
        for (int i = 0; i <= teeth; i++) {
            double place = i / (double) teeth * 2 - 1;
            double t = centre + place * 0.50;
            double thick = 0.11 * StrictMath.cos(place * StrictMath.PI / 2) + 0.002;
            double high = 0.36 - thick * dice.between(0.6, 1.1) * (i % 2 == 0 ? 1 : 0.55);
            double low = 0.36 + thick * dice.between(0.7, 1.5) * (i % 2 == 0 ? 0.45 : 1.25);
            int back = band.length - 2 - 2 * i;
            band[2 * i] = shape.x(t, high);
            band[2 * i + 1] = shape.y(t, high);
            band[back] = shape.x(t, low);
            band[back + 1] = shape.y(t, low);
        }
        svg.fill(Outline.polygon(band), brush.gloss(), 0.85);
    }

    private void shadowOnBrow() {
        svg.openClip(FaceOutline.data(face, sitting.head(), 0));
        double[] edge = new double[18];
        for (int i = 0; i < 9; i++) {
            double t = -1 + i / 4.0;
            edge[2 * i] = shape.lineX(t) * (1 - 0.02 * Math.abs(t));
            edge[2 * i + 1] = shape.lineY(t) + 5;
        }
        svg.openBlur(6);
        svg.stroke(Outline.through(edge), sitting.palette().skinDeep(), 22, 0.62);
        svg.close();
        svg.close();
    }

    /** Hair combed from the parting down both sides. */
    private void parted() {
        for (int side = -1; side <= 1; side += 2) {
            int locks = 15;
            for (int i = 0; i < locks; i++) {
                double blend = (i + 0.5) / locks;
                double from = part * 0.8 - side * 0.05;
                double[] strand = shape.strand(
                        from,
                        side * dice.between(0.93, 1.0),
                        blend * 0.9 + 0.02,
                        Math.min(1.0, blend + dice.between(-0.04, 0.07)),
                        7);
                brush.lock(dice.between(13, 19), strand);
            }
        }
        svg.stroke(Outline.through(shape.strand(part * 0.8, part * 0.8, 0.04, 0.98, 4)), brush.deep(), 3, 0.75);
        for (int i = 0; i < 14; i++) {
            int side = i % 2 == 0 ? 1 : -1;
            double blend = dice.between(0.05, 0.95);
            brush.hair(shape.strand(part * 0.8 + side * 0.06, side * 0.9, blend, blend, 5));
        }
    }

    /** Hair brushed back from the brow. */
    private void swept() {
        int locks = 34;
        for (int i = 0; i < locks; i++) {
            double t = spread(i, locks) * 0.97;
            double back = t * 0.72;
            brush.lock(
                    dice.between(11, 16),
                    shape.x(t, 1),
                    shape.y(t, 1),
                    shape.x(t * 0.96 + back * 0.04, 0.72),
                    shape.y(t, 0.72) - 3,
                    shape.x((t + back) / 2, 0.4),
                    shape.y((t + back) / 2, 0.4),
                    shape.x(back, 0.04),
                    shape.y(back, 0.04));
        }
        for (int i = 0; i < 16; i++) {
            double t = dice.between(-0.85, 0.85);
            brush.hair(
                    shape.x(t, 0.97),
                    shape.y(t, 0.97),
                    shape.x(t * 0.9, 0.5),
                    shape.y(t * 0.9, 0.5),
                    shape.x(t * 0.75, 0.1),
                    shape.y(t * 0.75, 0.1));
        }
    }

    /** Short hair combed aside from the parting, with a little height over the brow. */
    private void cropped() {
        for (int i = 0; i < 22; i++) {
            double t = spread(i, 22);
            double lift = 9 * (1 - Math.abs(t)) + dice.between(0, 5);
            brush.tip(
                    shape.x(t * 0.8, 0.35),
                    shape.y(t * 0.8, 0.35),
                    shape.outerX(t) * 1.02,
                    shape.outerY(t) - lift * 1.5,
                    shape.outerX(t + 0.09),
                    shape.outerY(t + 0.09) + 3,
                    13);
        }
        int lean = part >= 0 ? -1 : 1;
        for (int row = 0; row < 4; row++) {
            double blend = 0.28 + row * 0.24;
            for (int i = 0; i < 19; i++) {
                double t = spread(i, 19) * 0.98;
                double end = t + lean * dice.between(0.08, 0.22) * (1 - Math.abs(t) * 0.6);
                double low = Math.min(1.06, blend + dice.between(0.02, 0.12));
                double cx = shape.x((t + end) / 2, blend - 0.28);
                double cy = shape.y((t + end) / 2, blend - 0.28) - 8 * (1 - Math.abs(t));
                brush.tip(
                        shape.x(t, Math.max(0, blend - 0.3)),
                        shape.y(t, Math.max(0, blend - 0.3)),
                        cx,
                        cy,
                        shape.x(end, low),
                        shape.y(end, low),
                        dice.between(7, 10));
            }
        }
    }

    /** Unruly hair: clumps that stand off the crown and fall over the brow. */
    private void tousled() {
        for (int i = 0; i < 30; i++) {
            double t = spread(i, 30);
            double out = dice.between(8, 26);
            double twist = dice.between(-0.14, 0.14) + t * 0.10;
            brush.tip(
                    shape.x(t * 0.7, 0.4),
                    shape.y(t * 0.7, 0.4),
                    shape.outerX(t) * 1.03,
                    shape.outerY(t) - 12,
                    shape.outerX(t + twist) * (1 + out / 500),
                    shape.outerY(t + twist) - out * 0.55,
                    15);
        }
        int lean = part >= 0 ? -1 : 1;
        for (int row = 0; row < 3; row++) {
            int clumps = 17;
            for (int i = 0; i < clumps; i++) {
                double t = spread(i, clumps) * 0.96;
                double start = t * 0.55 + part * 0.25;
                double fall = (0.80 + row * 0.13) + dice.between(0, 0.10);
                double end = t + lean * dice.between(0.02, 0.12);
                double drop = row == 2 ? dice.between(4, 24) * (1 - 0.5 * Math.abs(t)) : 0;
                brush.tip(
                        shape.x(start, 0.14),
                        shape.y(start, 0.14) - 4,
                        shape.x(t, 0.30) + lean * 4,
                        shape.y(t, 0.30),
                        shape.x(end, fall),
                        shape.y(end, fall) + drop,
                        dice.between(15, 23));
            }
        }
    }

    private void curls() {
        for (int row = 0; row <= 5; row++) {
            double blend = row / 5.0 * 1.02 - 0.08;
            int count = 19 - row;
            for (int i = 0; i < count; i++) {
                double t = spread(i, count) * 0.99;
                double low = blend * (1 - 0.3 * Math.max(0, Math.abs(t) - 0.3));
                brush.curl(
                        shape.x(t, low) + dice.between(-5, 5),
                        shape.y(t, low) + dice.between(-5, 5),
                        dice.between(17, 24));
            }
        }
        if (style == HairStyle.LONG_CURLY) {
            for (int side = -1; side <= 1; side += 2) {
                for (int i = 0; i < 11; i++) {
                    double u = i / 10.0;
                    brush.ringlet(
                            shape.x(side * 0.86, 0.9 - 0.8 * u),
                            -48 + 20 * u,
                            side * (w + 2 + 46 * u),
                            190 + 60 * u + dice.between(-26, 26),
                            11,
                            17);
                }
            }
        }
    }

    private void curlsBehind() {
        brush.mass(Outline.around(
                0, -205, w + 30, -120, w + 58, 20, w + 74, 170, w + 40, 262, 0, 240, -w - 40, 262, -w - 74, 170,
                -w - 58, 20, -w - 30, -120));
        for (int i = 0; i < 30; i++) {
            double t = spread(i, 30);
            brush.ringlet(
                    t * (w + 26),
                    -110 + 40 * Math.abs(t),
                    t * (w + 70) + dice.between(-8, 8),
                    275 - 60 * Math.abs(t) + dice.between(-20, 26),
                    14,
                    24);
        }
    }

    private void curtainBehind(double end, double flare, double wave) {
        brush.mass(Outline.around(
                0,
                face.skullTop() - 4,
                w * 0.8,
                -150,
                w + 16,
                -40,
                w + flare * 0.7,
                end * 0.45,
                w + flare * 0.9,
                end * 0.85,
                w * 0.8,
                end + 4,
                0,
                end - 30,
                -w * 0.8,
                end + 4,
                -w - flare * 0.9,
                end * 0.85,
                -w - flare * 0.7,
                end * 0.45,
                -w - 16,
                -40,
                -w * 0.8,
                -150));
        int locks = 26;
        for (int i = 0; i < locks; i++) {
            double t = spread(i, locks);
            double x = t * (w + 6);
            double out = t * (w + flare);
            double bend = wave * (i % 2 == 0 ? 1 : -1);
            brush.lock(
                    dice.between(20, 30),
                    x,
                    -60,
                    x + t * 14 + bend,
                    end * 0.25,
                    out - bend,
                    end * 0.55,
                    out + bend * 0.8,
                    end * 0.85,
                    out * 0.96 + dice.between(-10, 10),
                    end + dice.between(-14, 26));
        }
    }

    /** Long locks before the shoulders, framing the face. */
    private void sideLocks(double end, double wave) {
        boolean tucked = sitting.traits().race().ear() > 60;
        for (int side = -1; side <= 1; side += 2) {
            boolean near = side != sitting.head().farSide();
            double base = side * (w * (near ? 0.97 : 0.98)) + (tucked ? side * 5 : 0);
            double fall = sitting.traits().headwear() == Headwear.HOOD ? Math.min(end, 205) : end;
            int locks = 9;
            for (int i = 0; i < locks; i++) {
                double u = i / (double) (locks - 1);
                double start = base + side * (u * 15 - 9);
                double out = side * (8 + 34 * u);
                double bend = wave * (i % 2 == 0 ? 1 : -1);
                double length = fall * (0.80 + 0.2 * u) + dice.between(-22, 22);
                double top = tucked ? 18 : -64 + 30 * u;
                brush.lock(
                        dice.between(13, 19),
                        shape.x(side * 0.80, 0.7 - 0.5 * u),
                        tucked ? top - 14 : shape.y(side * 0.80, 0.7 - 0.5 * u),
                        start,
                        top + 34,
                        start + out * 0.35 + bend,
                        top + (length - top) * 0.4,
                        start + out * 0.7 - bend,
                        top + (length - top) * 0.7,
                        start + out * 0.45 + bend * 0.4,
                        length);
            }
        }
    }

    private void braids() {
        for (int side = -1; side <= 1; side += 2) {
            double x = side * (w + 2);
            brush.braid(x, 22, x + side * 26, 272, 40, sitting.palette().trim());
        }
    }

    private void looseStrands() {
        for (int side = -1; side <= 1; side += 2) {
            double x = shape.lineX(side * 0.78);
            brush.lock(
                    8,
                    x,
                    shape.lineY(side * 0.78) - 6,
                    x + side * 14,
                    -40,
                    side * w * 0.99,
                    20,
                    side * w * 0.92,
                    72 + dice.between(-10, 20));
        }
    }

    private void tail() {
        int side = -sitting.head().farSide();
        double top = face.skullTop() - 8;
        brush.mass(Outline.ellipse(0, -52, w + 3, 120));
        for (int i = 0; i < 22; i++) {
            double u = i / 21.0 - 0.5;
            brush.lock(
                    26,
                    side * 40,
                    top + 18 + u * 12,
                    side * (88 + u * 36),
                    top - 26 + u * 22,
                    side * (w + 32 + u * 44),
                    top + 58 + u * 10,
                    side * (w + 58 + u * 56),
                    30,
                    side * (w + 44 + u * 66),
                    160 + dice.between(-20, 24),
                    side * (w + 30 + u * 70),
                    255 + dice.between(-30, 30));
        }
        svg.fill(
                Outline.around(side * 30, top + 2, side * 62, top - 12, side * 70, top + 16, side * 40, top + 30),
                sitting.palette().trim());
    }

    private void bun() {
        double x = sitting.head().chinShift() * -0.5;
        double y = face.skullTop() - 24;
        brush.mass(Outline.ellipse(0, -52, w + 3, 120));
        brush.mass(Outline.ellipse(x, y, 58, 50));
        for (int i = 0; i < 14; i++) {
            double angle = StrictMath.PI * 2 * i / 14;
            double next = angle + 1.5;
            brush.lock(
                    18,
                    x + StrictMath.cos(angle) * 50,
                    y + StrictMath.sin(angle) * 42,
                    x + StrictMath.cos(angle + 0.7) * 46,
                    y + StrictMath.sin(angle + 0.7) * 38,
                    x + StrictMath.cos(next) * 30,
                    y + StrictMath.sin(next) * 25,
                    x + StrictMath.cos(next + 1) * 8,
                    y + StrictMath.sin(next + 1) * 7);
        }
    }

    private void crest() {
        double[] root = new double[16];
        for (int i = 0; i < 4; i++) {
            double blend = 0.02 + i * 0.31;
            double half = 0.20 - 0.02 * i;
            root[2 * i] = shape.x(half, blend);
            root[2 * i + 1] = shape.y(half, blend);
            root[14 - 2 * i] = shape.x(-half, blend);
            root[15 - 2 * i] = shape.y(-half, blend);
        }
        brush.mass(Outline.around(root));
        for (int row = 0; row < 3; row++) {
            int spikes = 15;
            for (int i = 0; i < spikes; i++) {
                double t = spread(i, spikes) * 0.27;
                double height = 74 - 26 * row - Math.abs(t) * 60 + dice.between(-8, 12);
                double low = 0.15 + row * 0.38;
                brush.tip(
                        shape.x(t * 0.9, low),
                        shape.y(t * 0.9, low) + 12,
                        shape.x(t, low - 0.4),
                        shape.y(t, low) - height * 0.6,
                        shape.x(t * 1.3, low) + part * 20,
                        shape.y(t, low * 0.6) - height,
                        19);
            }
        }
    }

    private void stubble() {
        Rgb dot = sitting.palette().hair().darker(0.3);
        for (int i = 0; i < 120; i++) {
            double t = dice.between(-0.97, 0.97);
            double blend = dice.between(0.08, 0.99);
            svg.ellipse(shape.x(t, blend), shape.y(t, blend), 1.3, 1.1, dot, 0.45);
        }
    }

    /** Places in [-1, 1], drawn from the sides towards the middle so that the middle lies on top. */
    private static double spread(int i, int count) {
        int pair = i / 2;
        double place = 1 - pair * 2.0 / count;
        return i % 2 == 0 ? place : -place;
    }
}
