package io.dramatis.portrait.provider.builtin;

/** Paints what lies behind the sitter: air, far and near planes fading into haze, and motes of light. */
final class BackgroundPainter {

    private final Svg svg;
    private final Scene scene;
    private final Dice dice;
    private final int light;
    private final Palette palette;

    BackgroundPainter(Sitting sitting) {
        this.svg = sitting.svg();
        this.scene = sitting.traits().scene();
        this.dice = Dice.of(sitting.traits().variation(), 81);
        this.light = sitting.light();
        this.palette = sitting.palette();
    }

    void paint() {
        Rgb high = scene.high();
        Rgb middle = scene.middle();
        Rgb low = scene.low();
        if (scene == Scene.ABSTRACT) {
            high = palette.accent().mix(high, 0.62).darker(0.12);
            middle = palette.cloth().mix(middle, 0.62).lighter(0.08);
            low = palette.accent().mix(low, 0.72).darker(0.2);
        }
        svg.wash(svg.linear(0, 0, 0, 1024, Svg.stop(0, high), Svg.stop(0.55, middle), Svg.stop(1, low)), 1);
        svg.glow(
                512 + light * 250,
                260,
                560,
                520,
                scene == Scene.ABSTRACT ? middle.lighter(0.4) : middle.lighter(0.25),
                0.55);
        InteriorScenes interiors = new InteriorScenes(svg, scene, dice, light);
        OutdoorScenes outdoors = new OutdoorScenes(svg, scene, dice, light);
        switch (scene) {
            case ABSTRACT -> strokes(high, middle);
            case FOREST -> outdoors.forest();
            case MOUNTAIN -> outdoors.mountains(false);
            case SNOW -> outdoors.mountains(true);
            case SEA -> outdoors.sea();
            case DESERT -> outdoors.desert();
            case CITY -> outdoors.city();
            case BATTLEFIELD -> outdoors.battlefield();
            case NIGHT_SKY -> outdoors.nightSky();
            case TRAINING_GROUND -> outdoors.trainingGround();
            case LIBRARY -> interiors.library();
            case TAVERN -> interiors.tavern();
            case CASTLE -> interiors.castle();
            case CAVE -> interiors.cave();
            case TEMPLE -> interiors.temple();
            default -> new FarScenes(svg, scene, dice, light).paint();
        }
        svg.glow(512, 420, 460, 520, middle.lighter(0.3), 0.42);
    }

    /** Broad brush strokes in the colours of the sitter's dress. */
    private void strokes(Rgb high, Rgb middle) {
        for (int i = 0; i < 26; i++) {
            double x = dice.between(-80, 1104);
            double y = dice.between(-40, 1000);
            double length = dice.between(160, 420);
            double slope = dice.between(-0.75, -0.25) * light;
            double bend = dice.between(-40, 40);
            Rgb tone = dice.chance(0.5) ? high.mix(middle, dice.unit()) : middle.lighter(dice.between(0, 0.28));
            double width = dice.between(40, 120);
            svg.fill(
                    Outline.ribbon(
                            new double[] {width * 0.4, width, width * 0.8, width * 0.2},
                            x - length / 2,
                            y - slope * length / 2,
                            x - length / 6,
                            y - slope * length / 6 + bend,
                            x + length / 6,
                            y + slope * length / 6 + bend,
                            x + length / 2,
                            y + slope * length / 2),
                    tone,
                    dice.between(0.10, 0.28));
        }
    }

    /** What floats before the sitter and darkens the edges; painted last. */
    void paintFront() {
        switch (scene) {
            case SNOW -> motes(46, Rgb.WHITE, 2, 7, 0.8);
            case FOREST -> motes(22, Rgb.of(0xf4ffb0), 2, 5, 0.6);
            case BATTLEFIELD, TAVERN -> motes(26, Rgb.of(0xffc070), 1.5, 4.5, 0.75);
            case LIBRARY, TEMPLE, CASTLE -> motes(20, Rgb.of(0xffe6b0), 1.2, 3.2, 0.5);
            case CAVE -> motes(16, Rgb.of(0x8ff0f0), 1.5, 3.6, 0.6);
            default -> {}
        }
        Rgb dark = scene.low().darker(0.75);
        svg.wash(
                svg.radial(
                        512,
                        440,
                        760,
                        Svg.stop(0, dark, 0),
                        Svg.stop(0.55, dark, 0.02),
                        Svg.stop(0.82, dark, 0.30),
                        Svg.stop(1, dark, 0.68)),
                1);
    }

    private void motes(int count, Rgb colour, double small, double large, double opacity) {
        for (int i = 0; i < count; i++) {
            double x = dice.between(0, 1024);
            double y = dice.between(0, 1024);
            boolean onFace = Math.abs(x - 512) < 190 && y > 180 && y < 720;
            double size = dice.between(small, large) * (onFace ? 0.4 : 1);
            svg.ellipse(
                    x,
                    y,
                    size * 2.6,
                    size * 2.6,
                    svg.radial(
                            x, y, size * 2.6, Svg.stop(0, colour), Svg.stop(0.3, colour, 0.8), Svg.stop(1, colour, 0)),
                    opacity * dice.between(0.4, 1));
        }
    }

    /** The tonality the brief asks for, laid over the finished picture. */
    static void grade(Svg svg, Grade grade) {
        switch (grade) {
            case NATURAL -> {}
            case WARM -> svg.wash("#ff9a3c", 0.12);
            case COOL -> svg.wash("#3f78d0", 0.14);
            case DARK ->
                svg.wash(
                        svg.radial(
                                512,
                                420,
                                720,
                                Svg.stop(0, Rgb.of(0x0c0a18), 0.10),
                                Svg.stop(0.4, Rgb.of(0x0c0a18), 0.26),
                                Svg.stop(1, Rgb.of(0x0c0a18), 0.72)),
                        1);
            case SEPIA -> svg.wash("#8a5a26", 0.20);
            case VIVID ->
                svg.wash(
                        svg.linear(
                                0,
                                0,
                                1024,
                                1024,
                                Svg.stop(0, Rgb.of(0xff5a8a), 0.14),
                                Svg.stop(1, Rgb.of(0x2ac0ff), 0.16)),
                        1);
            case PALE -> svg.wash("#fdf3e6", 0.16);
        }
    }
}
