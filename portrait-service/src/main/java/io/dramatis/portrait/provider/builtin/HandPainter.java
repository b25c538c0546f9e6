package io.dramatis.portrait.provider.builtin;

/** Paints arms and hands where the pose shows them: folded, raised in a spell, closed on a grip, at the chin. */
final class HandPainter {

    private static final Rgb STEEL = Rgb.of(0x9aa2ae);
    private static final Rgb BRASS = Rgb.of(0xb0803f);

    private final Sitting sitting;
    private final Svg svg;
    private final Figure figure;
    private final Palette palette;
    private final WeaponPainter weapon;
    private final Rgb hand;
    private final Rgb sleeve;
    private final int side;
    private final double x;
    private final double half;
    private final double bulk;

    HandPainter(Sitting sitting, WeaponPainter weapon) {
        this.sitting = sitting;
        this.svg = sitting.svg();
        this.figure = sitting.figure();
        this.palette = sitting.palette();
        this.weapon = weapon;
        Outfit outfit = sitting.traits().outfit();
        boolean mechanical = sitting.traits().has(Mark.MECHANICAL_ARM);
        this.hand = mechanical
                ? BRASS
                : outfit == Outfit.SPACESUIT
                        ? palette.cloth().darker(0.12)
                        : outfit == Outfit.PLATE ? STEEL : outfit == Outfit.CHAIN ? Rgb.of(0x6a4a33) : palette.skin();
        this.sleeve = mechanical
                ? BRASS.darker(0.2)
                : switch (outfit) {
                    case PLATE -> STEEL;
                    case CHAIN -> STEEL.darker(0.35);
                    case LEATHER -> palette.accent().darker(0.1);
                    case FUR, GOWN, WEDDING, BEACH -> palette.skin();
                    case SCHOLAR -> Rgb.of(0xd9cdb6);
                    default -> palette.cloth();
                };
        this.side = -figure.facing();
        this.x = figure.bodyX();
        this.half = figure.shoulderHalf();
        this.bulk = 0.9
                + 0.1
                        * sitting.traits().race().neck()
                        * sitting.traits().build().neck();
    }

    void paint() {
        switch (sitting.traits().pose()) {
            case ARMS_CROSSED -> crossed();
            case CASTING_SPELL -> casting();
            case SEATED_THOUGHTFUL -> thoughtful();
            case WEAPON_READY -> ready();
            default -> carried();
        }
        if (sitting.traits().has(Mark.MECHANICAL_ARM)) {
            mechanism();
        }
    }

    private void carried() {
        if (weapon.inHand()) {
            hold(x + side * half * 0.34, 952, side * 14);
        }
    }

    private void ready() {
        if (!weapon.inHand()) {
            forearm(x + side * half * 1.0, 1080, x + side * half * 0.44, 960, 128, 96);
            fist(x + side * half * 0.42, 936, side * -24);
            return;
        }
        double grip = x + side * half * 0.36;
        Weapon kind = sitting.traits().weapon();
        if (kind == Weapon.SHIELD) {
            hold(x + side * half * 0.42, 900, side * 6);
        } else if (kind == Weapon.BOOK || kind == Weapon.LUTE || kind == Weapon.WAND) {
            carried();
        } else if (kind == Weapon.BOW) {
            hold(x + side * half * 0.62, 880, side * 4);
        } else if (kind == Weapon.AXE || kind == Weapon.HAMMER || kind == Weapon.MACE) {
            hold(x + side * Math.min(300, half * 0.86), 940, side * 7);
        } else {
            hold(grip + side * 30, 948, -side * 50);
        }
    }

    /** A forearm from the picture's lower edge with a hand about the thing held. */
    private void hold(double hx, double hy, double degrees) {
        Weapon kind = sitting.traits().weapon();
        weapon.paintInHand(hx, hy, degrees);
        if (kind == Weapon.SHIELD) {
            return;
        }
        if (kind == Weapon.BOOK) {
            forearm(hx + side * 270, 1120, hx + side * 104, 1010, 126, 92);
            fist(hx + side * 84, 996, side * -34);
            return;
        }
        if (kind == Weapon.LUTE) {
            return;
        }
        forearm(hx + side * 210, 1130, hx + side * 34, hy + 56, 126, 92);
        fist(hx, hy, degrees * 0.6);
    }

    private void crossed() {
        double y = Math.min(930, figure.shoulderY() + 210);
        shadow(y + 20);
        forearm(x - half * 0.98, y + 120, x + half * 0.30, y + 2, 150, 112);
        fingers(x + half * 0.40, y - 12, 1);
        forearm(x + half * 0.98, y + 150, x - half * 0.34, y + 58, 156, 116);
        fingers(x - half * 0.44, y + 34, -1);
    }

    private void shadow(double y) {
        svg.openBlur(13);
        svg.fill(
                Outline.around(x - half, y, x, y - 40, x + half, y, x + half, y + 110, x - half, y + 110),
                Rgb.of(0x140c14),
                0.42);
        svg.close();
    }

    private void forearm(double x0, double y0, double x1, double y1, double wide, double narrow) {
        double[] widths = {wide * bulk, wide * bulk * 1.02, narrow * bulk};
        double mx = (x0 + x1) / 2;
        double my = (y0 + y1) / 2 + 10;
        String arm = Outline.ribbon(widths, x0, y0, mx, my, x1, y1);
        double nx = -(y1 - y0);
        double ny = x1 - x0;
        double length = Math.sqrt(nx * nx + ny * ny);
        int up = ny > 0 ? -1 : 1;
        nx = nx / length * wide * 0.55 * up;
        ny = ny / length * wide * 0.55 * up;
        svg.fill(
                arm,
                svg.linear(
                        mx + nx,
                        my + ny,
                        mx - nx,
                        my - ny,
                        Svg.stop(0, sleeve.lighter(0.22)),
                        Svg.stop(0.35, sleeve),
                        Svg.stop(1, sleeve.times(0.36, 0.32, 0.40))));
        svg.stroke(arm, sleeve.darker(0.65), 3, 0.65);
        for (int i = 1; i < 4; i++) {
            double u = 0.18 * i + 0.1;
            double cx = x0 + (x1 - x0) * u;
            double cy = y0 + (y1 - y0) * u + 6;
            svg.fill(
                    Outline.leaf(
                            cx + nx * 0.72,
                            cy + ny * 0.72,
                            cx + (x1 - x0) * 0.07,
                            cy + (y1 - y0) * 0.07,
                            cx - nx * 0.5,
                            cy - ny * 0.5,
                            6),
                    sleeve.darker(0.55),
                    0.45);
        }
        double cuffX = x0 + (x1 - x0) * 0.93;
        double cuffY = y0 + (y1 - y0) * 0.93 + 2;
        svg.stroke(
                Outline.through(
                        cuffX + nx * 0.66,
                        cuffY + ny * 0.66,
                        cuffX + (x1 - x0) * 0.03,
                        cuffY,
                        cuffX - nx * 0.66,
                        cuffY - ny * 0.66),
                palette.trim().darker(0.4),
                17,
                1);
        svg.stroke(
                Outline.through(
                        cuffX + nx * 0.66,
                        cuffY + ny * 0.66,
                        cuffX + (x1 - x0) * 0.03,
                        cuffY,
                        cuffX - nx * 0.66,
                        cuffY - ny * 0.66),
                palette.trim(),
                11,
                1);
    }

    private Rgb shade() {
        return hand.times(0.70, 0.58, 0.62);
    }

    private Rgb line() {
        return hand.times(0.40, 0.28, 0.32);
    }

    private String flesh(double top, double bottom) {
        return svg.linear(
                0,
                top,
                0,
                bottom,
                Svg.stop(0, hand.mix(Rgb.of(0xfff1dc), 0.22)),
                Svg.stop(0.45, hand),
                Svg.stop(1, shade()));
    }

    /** Four fingers laid over the other arm. */
    private void fingers(double hx, double hy, int toward) {
        svg.openAt(hx, hy, toward * -8, bulk * toward, bulk);
        svg.fill(Outline.around(-46, -34, 6, -44, 40, -30, 42, 34, 4, 46, -46, 38), flesh(-44, 46));
        for (int i = 0; i < 4; i++) {
            double y = -31 + i * 20;
            double reach = 88 - Math.abs(i - 1.3) * 9;
            finger(22, y, 22 + reach * 0.5, y - 2, 22 + reach * 0.8, y + 8, 21);
        }
        svg.close();
    }

    private void finger(double x0, double y0, double x1, double y1, double x2, double y2, double width) {
        String shape = Outline.ribbon(new double[] {width, width * 0.98, width * 0.66}, x0, y0, x1, y1, x2, y2);
        svg.stroke(shape, line(), 3, 0.55);
        svg.fill(shape, flesh(y0 - width, y0 + width));
        svg.stroke(Outline.through(x1 - 2, y1 - width * 0.22, x1 + 2, y1 + width * 0.18), line(), 1.6, 0.4);
    }

    /** A hand closed about a grip, seen from the knuckles. */
    private void fist(double hx, double hy, double degrees) {
        svg.openAt(hx, hy, degrees, 1.12 * bulk, 1.12 * bulk);
        svg.fill(Outline.around(-44, -38, 0, -50, 42, -36, 48, 10, 40, 50, 0, 58, -40, 48, -50, 6), flesh(-50, 60));
        for (int i = 0; i < 4; i++) {
            double y = -32 + i * 24;
            String knuckle = Outline.around(
                    -side * 46,
                    y - 9,
                    -side * 20,
                    y - 14,
                    side * 22,
                    y - 12,
                    side * 36,
                    y,
                    side * 22,
                    y + 11,
                    -side * 20,
                    y + 12,
                    -side * 46,
                    y + 8);
            svg.fill(
                    knuckle,
                    svg.linear(
                            -side * 48,
                            y - 12,
                            side * 30,
                            y + 12,
                            Svg.stop(0, hand.mix(Rgb.of(0xfff1dc), 0.26)),
                            Svg.stop(0.5, hand),
                            Svg.stop(1, shade())));
            svg.stroke(knuckle, line(), 2.4, 0.5);
        }
        svg.fill(Outline.ribbon(new double[] {30, 27, 17}, side * 44, 34, side * 22, -8, -side * 4, -24), line(), 0.5);
        svg.fill(
                Outline.ribbon(new double[] {27, 24, 15}, side * 44, 34, side * 22, -9, -side * 2, -24),
                flesh(-40, 50));
        svg.close();
    }

    private void casting() {
        double hx = x + side * Math.min(330, half * 0.86);
        double hy = 742;
        Rgb glow = palette.glow();
        svg.glow(hx, hy - 130, 330, 330, glow, 0.55);
        forearm(hx + side * 60, 1110, hx + side * 4, hy + 126, 138, 96);
        palm(hx, hy);
        svg.glow(hx - side * 6, hy - 168, 120, 120, glow, 0.95);
        svg.glow(hx - side * 6, hy - 168, 46, 46, Rgb.WHITE, 0.95);
        Dice dice = Dice.of(sitting.traits().variation(), 83);
        for (int ring = 0; ring < 3; ring++) {
            double r = 78 + ring * 32;
            double turn = dice.between(0, 6.28);
            double[] arc = new double[14];
            for (int i = 0; i < 7; i++) {
                double angle = turn + i * 0.62;
                arc[2 * i] = hx - side * 6 + StrictMath.cos(angle) * r;
                arc[2 * i + 1] = hy - 168 + StrictMath.sin(angle) * r * 0.62;
            }
            svg.stroke(Outline.through(arc), glow.lighter(0.25), 4 - ring * 0.8, 0.85);
        }
        for (int i = 0; i < 22; i++) {
            double angle = dice.between(0, 6.28);
            double r = dice.between(30, 210);
            double size = dice.between(2, 6);
            svg.ellipse(
                    hx + StrictMath.cos(angle) * r,
                    hy - 168 + StrictMath.sin(angle) * r * 0.85,
                    size,
                    size,
                    glow.lighter(0.55),
                    dice.between(0.4, 1));
        }
    }

    /** An open hand, raised. */
    private void palm(double hx, double hy) {
        svg.openAt(hx, hy, side * 10, side * 1.22 * bulk, 1.22 * bulk);
        String paint = svg.linear(
                0,
                -120,
                0,
                110,
                Svg.stop(0, hand.mix(palette.glow(), 0.45).lighter(0.12)),
                Svg.stop(0.4, hand),
                Svg.stop(1, shade()));
        double[][] digits = {
            {-38, -28, -52, -76, -48, -112},
            {-14, -42, -18, -98, -10, -140},
            {12, -40, 16, -94, 26, -132},
            {35, -24, 46, -66, 58, -98}
        };
        for (double[] digit : digits) {
            String shape = Outline.ribbon(new double[] {26, 23, 14}, digit);
            svg.stroke(shape, line(), 3, 0.6);
            svg.fill(shape, paint);
            svg.stroke(Outline.through(digit[2] - 7, digit[3] + 4, digit[2] + 7, digit[3] + 2), line(), 1.8, 0.4);
        }
        String base = Outline.around(-52, -34, -26, -50, 20, -50, 48, -30, 52, 24, 36, 86, -34, 88, -52, 28);
        svg.stroke(base, line(), 3, 0.5);
        svg.fill(base, paint);
        String thumb = Outline.ribbon(new double[] {36, 30, 17}, -38, 54, -76, 12, -96, -34);
        svg.stroke(thumb, line(), 3, 0.6);
        svg.fill(thumb, paint);
        svg.fill(Outline.around(-46, 20, -20, 10, -6, 40, -14, 80, -36, 80), paint);
        svg.stroke(Outline.through(-14, 78, -8, 36, -30, 4), line(), 2, 0.45);
        svg.stroke(Outline.through(-40, -8, 0, -14, 44, 6), line(), 2, 0.35);
        svg.stroke(Outline.through(-24, -28, 10, -8, 46, -18), line(), 1.8, 0.3);
        svg.close();
    }

    private void thoughtful() {
        double chin = figure.chin();
        double hx = figure.headX() + sitting.head().chinShift() * figure.headScale() + side * 34;
        double hy = chin + 34;
        svg.openBlur(9);
        svg.ellipse(hx, hy + 6, 86, 62, Rgb.of(0x140c14), 0.4);
        svg.close();
        forearm(x + side * half * 0.58, 1120, hx + side * 30, hy + 100, 142, 98);
        svg.openAt(hx, hy, side * -10, side * 1.2 * bulk, 1.2 * bulk);
        svg.fill(
                Outline.around(-56, -24, -20, -34, 34, -30, 58, 6, 56, 70, 34, 100, -12, 92, -44, 40), flesh(-40, 100));
        for (int i = 3; i >= 0; i--) {
            double y = -6 + i * 22;
            String digit = Outline.around(
                    36,
                    y - 8,
                    4,
                    y - 14,
                    -44 + i * 5,
                    y - 10,
                    -58 + i * 7,
                    y + 3,
                    -42 + i * 5,
                    y + 14,
                    4,
                    y + 14,
                    36,
                    y + 12);
            svg.stroke(digit, line(), 3, 0.55);
            svg.fill(
                    digit,
                    svg.linear(
                            -50,
                            y - 14,
                            30,
                            y + 14,
                            Svg.stop(0, hand.mix(Rgb.of(0xfff1dc), 0.2)),
                            Svg.stop(1, shade())));
        }
        String thumb = Outline.ribbon(new double[] {32, 28, 17}, 48, 40, 46, -16, 18, -54);
        svg.stroke(thumb, line(), 3, 0.6);
        svg.fill(thumb, flesh(-54, 40));
        svg.close();
    }

    /** Plates, pistons and a lamp along the upper arm that shows at the picture's edge. */
    private void mechanism() {
        double ax = x + side * half * 0.90;
        double top = figure.shoulderY() + 60;
        for (int i = 0; i < 5; i++) {
            double y = top + i * 62;
            double w = 74 - i * 3;
            svg.fill(
                    Outline.around(
                            ax - w,
                            y + 8,
                            ax,
                            y - 8,
                            ax + w,
                            y + 8,
                            ax + w * 0.94,
                            y + 56,
                            ax,
                            y + 66,
                            ax - w * 0.94,
                            y + 56),
                    svg.linear(
                            ax - w,
                            0,
                            ax + w,
                            0,
                            Svg.stop(0, BRASS.darker(0.6)),
                            Svg.stop(0.35, BRASS.lighter(0.5)),
                            Svg.stop(0.6, BRASS),
                            Svg.stop(1, BRASS.darker(0.6))));
            svg.stroke(
                    Outline.through(ax - w * 0.94, y + 54, ax, y + 64, ax + w * 0.94, y + 54),
                    Rgb.of(0x2a1a0c),
                    5,
                    0.85);
            for (int k = -1; k <= 1; k++) {
                svg.ellipse(ax + k * w * 0.6, y + 32, 6, 6, BRASS.darker(0.55), 1);
                svg.ellipse(ax + k * w * 0.6 - 1.5, y + 30, 2.6, 2.6, BRASS.lighter(0.7), 1);
            }
        }
        svg.glow(ax, top + 92, 70, 70, palette.glow(), 0.8);
        svg.ellipse(ax, top + 92, 17, 17, palette.glow().lighter(0.5), 1);
        svg.stroke(Outline.ellipse(ax, top + 92, 19, 19), Rgb.of(0x2a1a0c), 5, 0.9);
    }
}
