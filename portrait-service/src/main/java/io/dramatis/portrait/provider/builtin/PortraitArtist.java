package io.dramatis.portrait.provider.builtin;

/**
 * Draws a portrait from a brief as an SVG document. The drawing is a pure function of the brief: the same brief gives
 * the same bytes everywhere. Holds no state and may be shared between threads.
 */
public final class PortraitArtist {

    /** Draws the sitter half-length in a square of 1024 units, before the finish of any style. */
    public String draw(PortraitBrief brief) {
        return paint(sit(BriefReader.read(brief), new Svg(), false)).document();
    }

    /** The same in layers; {@code flat} as in {@link Svg}, {@code asleep} with the eyes shut. */
    static Painting paint(Traits traits, boolean flat, boolean asleep) {
        return paint(sit(traits, new Svg(flat), asleep));
    }

    private static Painting paint(Sitting sitting) {
        Svg svg = sitting.svg();
        BackgroundPainter background = new BackgroundPainter(sitting);
        background.paint();
        int figure = svg.mark();
        behind(sitting);
        body(sitting);
        head(sitting);
        WeaponPainter weapon = new WeaponPainter(sitting);
        new HandPainter(sitting, weapon).paint();
        int front = svg.mark();
        background.paintFront();
        BackgroundPainter.grade(svg, sitting.traits().grade());
        return new Painting(sitting, figure, front);
    }

    /** Who sits how, and in what light; decided before anything is drawn. */
    static Sitting sit(Traits traits, Svg svg, boolean asleep) {
        FaceGeometry face = StyledFace.of(ChildFace.of(FaceGeometry.of(traits), traits), traits);
        Dice incidental = Dice.of(traits.variation(), 5);
        Figure figure = Figure.of(traits, face, incidental);
        HeadView view = new HeadView(
                face.halfWidth(),
                face.facing() * traits.pose().yaw(),
                traits.expression().pitch());
        boolean dragon = traits.race() == Race.DRAGONBORN;
        HairStyle hair = traits.hairStyle() != null ? traits.hairStyle() : face.hairStyle();
        BeardStyle beard = traits.beard() != null ? traits.beard() : face.beard();
        return new Sitting(
                svg,
                traits,
                face,
                view,
                figure,
                Palette.of(traits, traits.scene().rim()),
                incidental.chance(0.6) ? face.facing() : -face.facing(),
                dragon ? HairStyle.BALD : hair,
                dragon ? BeardStyle.NONE : beard,
                asleep);
    }

    private static void behind(Sitting sitting) {
        RaceFeatures features = new RaceFeatures(sitting);
        features.paintTail();
        new CompanionPainter(sitting).paint();
        new WeaponPainter(sitting).paintBehind();
        openBody(sitting);
        new CloakPainter(sitting).paintBackCloth();
        closeBody(sitting);
        sitting.openHead();
        new CloakPainter(sitting).paintHoodBehind();
        new HeadwearPainter(sitting).paintBehind();
        if (sitting.traits().race() == Race.DRAGONBORN) {
            new DragonHead(sitting).paintBehind();
        } else {
            new HairPainter(sitting).paintBehind();
        }
        sitting.svg().close();
    }

    private static void body(Sitting sitting) {
        openBody(sitting);
        new AttirePainter(sitting).paint();
        new CloakPainter(sitting).paintOver();
        new WeaponPainter(sitting).paintWorn();
        new MarkPainter(sitting).paintOnBody();
        closeBody(sitting);
    }

    /** A body turned away is narrower, and shows the shoulder it looks over raised. */
    private static void openBody(Sitting sitting) {
        Figure figure = sitting.figure();
        if (figure.turned()) {
            sitting.svg().openAt(figure.bodyX(), figure.pit(), -figure.facing() * 8, 0.87, 1);
            sitting.svg().openAt(-figure.bodyX(), -figure.pit(), 0, 1, 1);
        }
    }

    private static void closeBody(Sitting sitting) {
        if (sitting.figure().turned()) {
            sitting.svg().close().close();
        }
    }

    private static void head(Sitting sitting) {
        sitting.openHead();
        if (sitting.traits().race() == Race.DRAGONBORN) {
            new DragonHead(sitting).paint();
            new MarkPainter(sitting).paintOnSkin();
            new MarkPainter(sitting).paintWorn();
        } else {
            face(sitting);
        }
        new TearPainter(sitting).paint();
        new CloakPainter(sitting).paintHood();
        new HeadwearPainter(sitting).paint();
        new RaceFeatures(sitting).paintHorns();
        sitting.svg().close();
    }

    private static void face(Sitting sitting) {
        EarPainter ears = new EarPainter(sitting);
        MarkPainter marks = new MarkPainter(sitting);
        if (!ears.overHair()) {
            ears.paint();
        }
        new FacePainter(sitting).paint();
        marks.paintOnSkin();
        new MouthPainter(sitting).paint();
        new EyesPainter(sitting).paint();
        new BeardPainter(sitting).paint();
        new RaceFeatures(sitting).paintTusks();
        new HairPainter(sitting).paintOver();
        if (ears.overHair()) {
            ears.paint();
        }
        marks.paintWorn();
    }
}
