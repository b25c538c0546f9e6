package io.dramatis.portrait.provider.builtin;

/**
 * Paints weapons and other things carried. Each is drawn upright about its grip and then placed: across the body and
 * held when the sitter stands ready, else slung behind the shoulder or worn on the chest.
 */
final class WeaponPainter {

    private static final Rgb STEEL = Rgb.of(0xb4bcc8);
    private static final Rgb WOOD = Rgb.of(0x6f4b2c);

    private final Sitting sitting;
    private final Svg svg;
    private final Figure figure;
    private final Palette palette;
    private final Weapon weapon;
    private final int side;

    WeaponPainter(Sitting sitting) {
        this.sitting = sitting;
        this.svg = sitting.svg();
        this.figure = sitting.figure();
        this.palette = sitting.palette();
        this.weapon = sitting.traits().weapon();
        this.side = -figure.facing();
    }

    /** Whether the sitter takes it in hand. */
    boolean inHand() {
        boolean ready = sitting.traits().pose() == Pose.WEAPON_READY;
        return switch (weapon) {
            case NONE, HOLY_SYMBOL -> false;
            case BOOK, WAND, LUTE -> sitting.traits().pose() != Pose.ARMS_CROSSED;
            default -> ready;
        };
    }

    void paintBehind() {
        if (inHand() || weapon == Weapon.NONE) {
            return;
        }
        double x = figure.bodyX() + side * Math.min(250, figure.shoulderHalf() * 0.66);
        double y = figure.shoulderY() + 70;
        switch (weapon) {
            case SWORD, GREATSWORD -> placed(x, y - 96, 180 + side * 24, 1.0);
            case STAFF, SPEAR -> placed(x + side * 34, y + 60, side * 9, 1.0);
            case AXE, HAMMER, MACE -> placed(x + side * 10, y + 236, side * 15, 1.0);
            case BOW -> placed(x - side * 20, y + 60, side * 24, 1.0);
            case SHIELD -> placed(x + side * 30, y + 60, side * 8, 1.0);
            case LUTE -> placed(x, y + 130, side * 26, 1.0);
            default -> {}
        }
    }

    /** What hangs on the chest: a holy symbol, a pair of daggers. */
    void paintWorn() {
        double x = figure.bodyX();
        double y = figure.pit();
        if (weapon == Weapon.HOLY_SYMBOL) {
            chainTo(x, y + 150);
            sunDisc(x, y + 150, 44);
        }
        if (weapon == Weapon.DAGGERS && !inHand()) {
            for (int i = -1; i <= 1; i += 2) {
                svg.openAt(x + i * 120, figure.shoulderY() + 176, 180 - i * 32, 0.72, 0.72);
                dagger(true);
                svg.close();
            }
        }
    }

    /** The thing in the hand, without the hand; the hand closes over it. */
    void paintInHand(double x, double y, double degrees) {
        placed(x, y, degrees, 1.0);
        if (weapon == Weapon.DAGGERS) {
            svg.openAt(figure.bodyX() - side * 210, 1000, -side * -26, 1, 1);
            dagger(false);
            svg.close();
        }
    }

    private void placed(double x, double y, double degrees, double scale) {
        svg.openAt(x, y, degrees, scale, scale);
        switch (weapon) {
            case SWORD -> sword(470, 25, 70);
            case GREATSWORD -> sword(640, 36, 104);
            case DAGGERS -> dagger(false);
            case STAFF -> staff();
            case WAND -> wand();
            case BOW -> bow();
            case AXE -> axe();
            case HAMMER -> hammer();
            case MACE -> mace();
            case SPEAR -> spear();
            case SHIELD -> shield();
            case BOOK -> book();
            case LUTE -> lute();
            case NONE, HOLY_SYMBOL -> {}
        }
        svg.close();
    }

    private String metal(double half, Rgb base) {
        return svg.linear(
                -half,
                0,
                half,
                0,
                Svg.stop(0, base.darker(0.45)),
                Svg.stop(0.3, base.lighter(0.55)),
                Svg.stop(0.49, base),
                Svg.stop(0.51, base.darker(0.3)),
                Svg.stop(0.8, base.lighter(0.2)),
                Svg.stop(1, base.darker(0.55)));
    }

    private void shaft(double top, double bottom, double half, Rgb wood) {
        svg.fill(
                Outline.polygon(-half, bottom, -half, top, half, top, half, bottom),
                svg.linear(
                        -half,
                        0,
                        half,
                        0,
                        Svg.stop(0, wood.darker(0.45)),
                        Svg.stop(0.35, wood.lighter(0.25)),
                        Svg.stop(1, wood.darker(0.55))));
    }

    private void sword(double length, double half, double guard) {
        svg.fill(
                Outline.polygon(
                        -half, -34, -half * 0.82, -length + 60, 0, -length, half * 0.82, -length + 60, half, -34),
                metal(half, STEEL));
        svg.fill(
                Outline.polygon(
                        -half * 0.2, -34, -half * 0.1, -length * 0.72, half * 0.1, -length * 0.72, half * 0.2, -34),
                STEEL.darker(0.5),
                0.7);
        grip(-28, 92, 12);
        svg.fill(
                Outline.around(
                        -guard,
                        -30,
                        -guard * 0.5,
                        -40,
                        0,
                        -44,
                        guard * 0.5,
                        -40,
                        guard,
                        -30,
                        guard * 0.5,
                        -22,
                        0,
                        -18,
                        -guard * 0.5,
                        -22),
                metal(guard, palette.trim()));
        jewel(0, 102, 21);
        jewel(0, -31, 11);
    }

    private void grip(double top, double bottom, double half) {
        shaft(top, bottom, half, Rgb.of(0x4a2f22));
        for (double y = top + 10; y < bottom; y += 16) {
            svg.stroke(Outline.through(-half, y, half, y + 8), Rgb.of(0x1f120c), 3, 0.7);
        }
    }

    private void jewel(double x, double y, double r) {
        svg.ellipse(
                x,
                y,
                r,
                r,
                svg.radial(
                        x - r * 0.3,
                        y - r * 0.4,
                        r * 1.4,
                        Svg.stop(0, palette.trim().lighter(0.6)),
                        Svg.stop(0.5, palette.trim()),
                        Svg.stop(1, palette.trim().darker(0.6))),
                1);
        svg.ellipse(x, y, r * 0.45, r * 0.45, palette.accent().saturate(1.4), 1);
        svg.ellipse(x - r * 0.12, y - r * 0.14, r * 0.14, r * 0.14, Rgb.WHITE, 0.8);
    }

    private void dagger(boolean sheathed) {
        if (sheathed) {
            svg.fill(Outline.polygon(-19, -20, -13, -170, 0, -192, 13, -170, 19, -20), Rgb.of(0x3a271b));
            svg.stroke(Outline.polygon(-19, -20, -13, -170, 0, -192, 13, -170, 19, -20), palette.trim(), 3.5, 0.9);
        } else {
            svg.fill(Outline.polygon(-17, -20, -15, -190, 0, -250, 15, -190, 17, -20), metal(17, STEEL));
        }
        grip(-16, 66, 10);
        svg.fill(Outline.around(-44, -22, 0, -30, 44, -22, 40, -10, 0, -12, -40, -10), metal(44, palette.trim()));
        jewel(0, 74, 14);
    }

    private void staff() {
        shaft(-470, 620, 14, WOOD);
        for (int i = 0; i < 4; i++) {
            svg.stroke(Outline.through(-12, -300 + i * 34, 12, -286 + i * 34), palette.trim(), 6, 0.9);
        }
        svg.stroke(Outline.through(-8, -440, -52, -500, -48, -566, -8, -600), WOOD.darker(0.4), 20, 1);
        svg.stroke(Outline.through(8, -440, 50, -496, 50, -556, 22, -590), WOOD.darker(0.4), 18, 1);
        svg.stroke(Outline.through(-8, -440, -52, -500, -48, -566, -8, -600), WOOD.lighter(0.1), 13, 1);
        svg.stroke(Outline.through(8, -440, 50, -496, 50, -556, 22, -590), WOOD, 11, 1);
        crystal(0, -522, 40);
    }

    private void crystal(double x, double y, double r) {
        Rgb glow = palette.glow();
        svg.glow(x, y, r * 4.2, r * 4.2, glow, 0.75);
        svg.fill(
                Outline.polygon(
                        x,
                        y - r * 1.5,
                        x + r * 0.75,
                        y - r * 0.3,
                        x + r * 0.45,
                        y + r * 1.1,
                        x - r * 0.45,
                        y + r * 1.1,
                        x - r * 0.75,
                        y - r * 0.3),
                glow.saturate(1.2).darker(0.12));
        svg.fill(Outline.polygon(x, y - r * 1.5, x - r * 0.75, y - r * 0.3, x - r * 0.1, y), glow.lighter(0.55));
        svg.fill(
                Outline.polygon(x - r * 0.1, y, x + r * 0.75, y - r * 0.3, x + r * 0.45, y + r * 1.1, x, y + r * 1.1),
                glow.darker(0.4),
                0.75);
        svg.glow(x, y - r * 0.3, r * 0.7, r * 0.7, Rgb.WHITE, 0.8);
    }

    private void wand() {
        shaft(-210, 66, 8, WOOD.darker(0.3));
        svg.stroke(Outline.through(-8, -60, 8, -52), palette.trim(), 6, 1);
        svg.stroke(Outline.through(-7, -190, 7, -184), palette.trim(), 5, 1);
        crystal(0, -226, 17);
    }

    private void bow() {
        for (int end = -1; end <= 1; end += 2) {
            double[] limb = {0, 0, 52, end * 120, 40, end * 270, -34, end * 392, -58, end * 440};
            svg.fill(Outline.ribbon(new double[] {26, 24, 19, 13, 9}, limb), WOOD.darker(0.5));
            svg.fill(Outline.ribbon(new double[] {19, 17, 13, 8, 5}, limb), WOOD.lighter(0.12));
            svg.stroke(Outline.through(46, end * 168, 56, end * 172, 30, end * 176), palette.trim(), 5, 0.9);
        }
        svg.stroke("M-58 -440L-58 440", Rgb.of(0xe8e0d0), 2.4, 0.85);
        svg.stroke("M2 -44L2 44", Rgb.of(0x3a2418), 27, 1);
    }

    private void axe() {
        shaft(-420, 360, 14, WOOD);
        for (int edge = -1; edge <= 1; edge += 2) {
            String blade = Outline.around(
                    edge * 10,
                    -400,
                    edge * 60,
                    -430,
                    edge * 118,
                    -486,
                    edge * 146,
                    -390,
                    edge * 122,
                    -262,
                    edge * 62,
                    -318,
                    edge * 10,
                    -334);
            svg.fill(
                    blade,
                    svg.linear(
                            0,
                            -480,
                            edge * 150,
                            -300,
                            Svg.stop(0, STEEL.darker(0.5)),
                            Svg.stop(0.55, STEEL.darker(0.1)),
                            Svg.stop(0.85, STEEL.lighter(0.6)),
                            Svg.stop(1, STEEL)));
            svg.stroke(blade, STEEL.darker(0.7), 3, 0.8);
            svg.stroke(Outline.through(edge * 34, -396, edge * 74, -366, edge * 34, -338), STEEL.darker(0.5), 4, 0.7);
        }
        svg.fill(
                Outline.polygon(-22, -424, 22, -424, 24, -310, -24, -310),
                metal(24, palette.trim().darker(0.25)));
        svg.fill(Outline.polygon(-11, -424, 0, -476, 11, -424), metal(12, STEEL));
    }

    private void hammer() {
        shaft(-420, 360, 15, WOOD);
        svg.fill(
                Outline.polygon(
                        -112, -470, 112, -470, 124, -452, 124, -352, 112, -334, -112, -334, -124, -352, -124, -452),
                svg.linear(
                        0,
                        -470,
                        0,
                        -334,
                        Svg.stop(0, STEEL.lighter(0.5)),
                        Svg.stop(0.3, STEEL),
                        Svg.stop(0.6, STEEL.darker(0.3)),
                        Svg.stop(1, STEEL.darker(0.65))));
        for (int end = -1; end <= 1; end += 2) {
            svg.fill(
                    Outline.polygon(end * 84, -474, end * 104, -474, end * 104, -330, end * 84, -330),
                    svg.linear(
                            0,
                            -474,
                            0,
                            -330,
                            Svg.stop(0, palette.trim().lighter(0.5)),
                            Svg.stop(1, palette.trim().darker(0.5))));
        }
        jewel(0, -402, 30);
    }

    private void mace() {
        shaft(-360, 320, 13, WOOD.darker(0.3));
        for (int i = -2; i <= 2; i++) {
            double x = i * 30;
            svg.fill(
                    Outline.polygon(
                            x - 8, -330, x - 22 + i * 8, -410, x + i * 8, -476, x + 22 + i * 8, -410, x + 8, -330),
                    metal(60, STEEL.darker(0.1)));
        }
        svg.ellipse(
                0,
                -402,
                50,
                62,
                svg.radial(
                        -14,
                        -424,
                        80,
                        Svg.stop(0, STEEL.lighter(0.6)),
                        Svg.stop(0.5, STEEL),
                        Svg.stop(1, STEEL.darker(0.65))),
                1);
        jewel(0, -480, 15);
    }

    private void spear() {
        shaft(-470, 620, 12, WOOD);
        svg.fill(Outline.polygon(-13, -468, -40, -530, 0, -668, 40, -530, 13, -468), metal(40, STEEL));
        svg.stroke("M0 -480L0 -640", STEEL.darker(0.5), 3, 0.7);
        svg.stroke("M-14 -462L14 -462M-14 -450L14 -450", palette.trim(), 6, 1);
        for (int i = -2; i <= 2; i++) {
            svg.fill(
                    Outline.leaf(i * 5, -448, i * 16, -410, i * 20, -366, 8),
                    i % 2 == 0 ? palette.accent() : palette.accent().darker(0.35));
        }
    }

    private void shield() {
        String rim = Outline.around(
                0, -236, 100, -222, 186, -170, 200, -30, 150, 120, 0, 250, -150, 120, -200, -30, -186, -170, -100,
                -222);
        svg.fill(rim, metal(200, STEEL));
        svg.stroke(rim, STEEL.darker(0.65), 5, 0.9);
        svg.openAt(0, 0, 0, 0.86, 0.86);
        svg.fill(
                rim,
                svg.linear(
                        -160,
                        -200,
                        160,
                        200,
                        Svg.stop(0, palette.cloth().lighter(0.2)),
                        Svg.stop(0.5, palette.cloth()),
                        Svg.stop(1, palette.cloth().darker(0.5))));
        svg.fill(Outline.polygon(-26, -236, 26, -236, 26, 236, -26, 236), palette.trim(), 0.9);
        svg.fill(Outline.polygon(-200, -76, 200, -76, 200, -26, -200, -26), palette.trim(), 0.9);
        svg.close();
        jewel(0, -44, 46);
    }

    private void book() {
        Rgb cover = palette.accent().darker(0.1);
        svg.fill(Outline.polygon(-128, -120, 122, -146, 140, 84, -108, 112), cover.darker(0.5));
        svg.fill(Outline.polygon(-118, -112, 132, -134, 146, 80, -100, 104), Rgb.of(0xe6dabd));
        svg.fill(
                Outline.polygon(-132, -126, 112, -152, 128, 70, -114, 98),
                svg.linear(-120, -130, 120, 80, Svg.stop(0, cover.lighter(0.16)), Svg.stop(1, cover.darker(0.35))));
        svg.stroke(Outline.polygon(-114, -108, 98, -131, 111, 55, -100, 80), palette.trim(), 5, 0.95);
        jewel(-1, -27, 30);
        for (int i = -1; i <= 1; i += 2) {
            svg.stroke(Outline.through(-1 + i * 40, -27 - i * 4, -1 + i * 74, -27 - i * 8), palette.trim(), 4, 0.9);
        }
    }

    private void lute() {
        Rgb wood = Rgb.of(0xb5793c);
        shaft(-330, 20, 17, WOOD.darker(0.3));
        svg.fill(Outline.polygon(-20, -326, 20, -326, 48, -420, 8, -432), WOOD.darker(0.4));
        for (int i = 0; i < 3; i++) {
            svg.ellipse(-24 + i * 10, -346 - i * 27, 9, 6, Rgb.of(0xe8dcc0), 1);
            svg.ellipse(40 + i * 8, -350 - i * 26, 9, 6, Rgb.of(0xe8dcc0), 1);
        }
        String bowl = Outline.around(0, -40, 74, 20, 116, 130, 84, 230, 0, 262, -84, 230, -116, 130, -74, 20);
        svg.fill(
                bowl,
                svg.radial(
                        -36,
                        80,
                        240,
                        Svg.stop(0, wood.lighter(0.4)),
                        Svg.stop(0.5, wood),
                        Svg.stop(1, wood.darker(0.5))));
        svg.stroke(bowl, wood.darker(0.65), 7, 0.9);
        svg.ellipse(0, 96, 42, 42, Rgb.of(0x2f1a0d), 1);
        svg.stroke(Outline.ellipse(0, 96, 48, 48), palette.trim(), 4, 0.9);
        svg.fill(Outline.polygon(-52, 196, 52, 196, 52, 210, -52, 210), WOOD.darker(0.5));
        for (int i = -2; i <= 2; i++) {
            svg.stroke(Outline.through(i * 5, -330, i * 9, 200), Rgb.of(0xf4ecd8), 1.6, 0.8);
        }
    }

    private void chainTo(double x, double y) {
        double half = figure.neckHalf();
        String chain = Outline.through(
                x - half - 16,
                figure.pit() - 22,
                x - half * 0.6,
                y - 70,
                x,
                y - 36,
                x + half * 0.6,
                y - 70,
                x + half + 16,
                figure.pit() - 22);
        svg.stroke(chain, palette.trim().darker(0.5), 7, 1);
        svg.stroke(chain, palette.trim().lighter(0.3), 3, 1);
    }

    private void sunDisc(double x, double y, double r) {
        svg.glow(x, y, r * 3, r * 3, palette.glow(), 0.5);
        for (int i = 0; i < 12; i++) {
            double angle = StrictMath.PI * 2 * i / 12;
            svg.fill(
                    Outline.leaf(
                            x + StrictMath.cos(angle) * r * 0.6,
                            y + StrictMath.sin(angle) * r * 0.6,
                            x + StrictMath.cos(angle) * r,
                            y + StrictMath.sin(angle) * r,
                            x + StrictMath.cos(angle) * r * 1.45,
                            y + StrictMath.sin(angle) * r * 1.45,
                            7),
                    palette.trim().lighter(0.15));
        }
        svg.ellipse(
                x,
                y,
                r * 0.86,
                r * 0.86,
                svg.radial(
                        x - r * 0.2,
                        y - r * 0.3,
                        r * 1.2,
                        Svg.stop(0, palette.trim().lighter(0.7)),
                        Svg.stop(0.5, palette.trim()),
                        Svg.stop(1, palette.trim().darker(0.5))),
                1);
        svg.stroke(Outline.ellipse(x, y, r * 0.6, r * 0.6), palette.trim().darker(0.45), 3, 0.9);
        jewel(x, y, r * 0.36);
    }
}
