package io.dramatis.portrait.provider.builtin;

import io.dramatis.events.VisualProfile;
import io.dramatis.kit.image.Pictures;
import io.dramatis.portrait.prompt.PortraitStyle;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Draws the sheets that the documentation shows: {@code ./dramatis portraits}. They carry no lettering, as fonts differ
 * from machine to machine; their README says what they show.
 */
public final class PortraitSheets {

    /** Portraits are drawn larger than they are shown, which keeps small brushes and thin lines. */
    private static final int DRAWN = 512;

    static final String ANIMATION = "breathing.png";

    private static final int GAP = 6;
    private static final float QUALITY = 0.85f;
    private static final String[] GENDERS = {"female", "male", "non_binary", "male", "female"};
    private static final String[] SCENES = {
        "forest",
        "castle hall",
        "library",
        "mountain peak",
        "tavern interior",
        "city street",
        "",
        "temple",
        "sea coast",
        "night sky",
        "desert",
        "snow",
        "crystal cave",
        "battlefield",
        "training ground"
    };

    private PortraitSheets() {}

    /** @param cells row by row */
    record Sheet(String file, int columns, int cell, List<PortraitBrief> cells) {}

    /** @param arguments the folder */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        PortraitStudio studio = new PortraitStudio();
        for (Sheet sheet : all()) {
            byte[] picture = encode(sheet.file(), draw(studio, sheet));
            Files.write(folder.resolve(sheet.file()), picture);
            System.out.println(folder.resolve(sheet.file()) + ": "
                    + sheet.cells().size() + " portraits, " + (picture.length + 512) / 1024 + " KB");
        }
        Files.write(
                folder.resolve(ANIMATION),
                new PortraitAnimator().animate(animated()).content());
    }

    /** A dwarf as a sprite: the style whose animation is the smallest. */
    static PortraitBrief animated() {
        return anybody(Race.DWARF, 2)
                .with("artStyle", PortraitStyle.PIXEL.wire())
                .brief();
    }

    static List<Sheet> all() {
        return List.of(races(), styles(), ages(), builds(), expressions(), poses());
    }

    static BufferedImage draw(PortraitStudio studio, Sheet sheet) {
        int rows = (sheet.cells().size() + sheet.columns() - 1) / sheet.columns();
        int step = sheet.cell() + GAP;
        BufferedImage picture =
                new BufferedImage(sheet.columns() * step - GAP, rows * step - GAP, BufferedImage.TYPE_INT_RGB);
        List<BufferedImage> portraits = IntStream.range(0, sheet.cells().size())
                .parallel()
                .mapToObj(number ->
                        Pictures.fit(studio.image(sheet.cells().get(number), DRAWN), sheet.cell(), sheet.cell()))
                .toList();
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.setBackground(java.awt.Color.WHITE);
            graphics.clearRect(0, 0, picture.getWidth(), picture.getHeight());
            for (int i = 0; i < portraits.size(); i++) {
                graphics.drawImage(portraits.get(i), i % sheet.columns() * step, i / sheet.columns() * step, null);
            }
        } finally {
            graphics.dispose();
        }
        return picture;
    }

    private static byte[] encode(String file, BufferedImage picture) throws IOException {
        return file.endsWith(".png") ? Pictures.png(FewColours.of(picture)) : Pictures.jpeg(picture, QUALITY);
    }

    /** A different class, mood, scene and pose for every cell of a row and of a column; each row another people. */
    private static Sheet races() {
        int columns = 5;
        List<PortraitBrief> cells = new ArrayList<>();
        for (Race race : Race.values()) {
            for (int column = 0; column < columns; column++) {
                cells.add(anybody(race, column).brief());
            }
        }
        return new Sheet("races.png", columns, 150, cells);
    }

    private static Sheet styles() {
        List<PortraitBrief> cells = new ArrayList<>();
        for (Race race : Race.values()) {
            for (PortraitStyle style : PortraitStyle.values()) {
                cells.add(anybody(race, (race.ordinal() + 2) % 5)
                        .with("artStyle", style.wire())
                        .brief());
            }
        }
        return new Sheet("styles.jpg", PortraitStyle.values().length, 220, cells);
    }

    private static Sheet ages() {
        return sheet("ages.jpg", "ageCategory", AgeCategory.values(), 5, 200, Race.HUMAN, Race.DWARF, Race.HIGH_ELF);
    }

    private static Sheet builds() {
        return sheet("builds.jpg", "build", Build.values(), 6, 200, Race.HUMAN, Race.HALF_ORC);
    }

    private static Sheet expressions() {
        List<PortraitBrief> cells = new ArrayList<>();
        for (Race race : new Race[] {Race.HALF_ELF, Race.TIEFLING}) {
            PortraitStyle style = race == Race.HALF_ELF ? PortraitStyle.PAINTERLY : PortraitStyle.ANIME;
            for (Expression expression : Expression.values()) {
                cells.add(anybody(race, 1)
                        .with("artStyle", style.wire())
                        .with("gender", "female")
                        .with("ageCategory", wire(AgeCategory.ADULT))
                        .with("pose", wire(Pose.STANDING_CONFIDENT))
                        .with("facialExpression", wire(expression))
                        .brief());
            }
        }
        return new Sheet("expressions.jpg", 5, 200, cells);
    }

    private static Sheet poses() {
        return sheet("poses.jpg", "pose", Pose.values(), 6, 200, Race.WOOD_ELF, Race.DRAGONBORN);
    }

    /** One sitter after another, each with every value of one trait. */
    private static Sheet sheet(String file, String trait, Enum<?>[] values, int columns, int cell, Race... races) {
        List<PortraitBrief> cells = new ArrayList<>();
        for (int i = 0; i < races.length; i++) {
            for (Enum<?> value : values) {
                cells.add(anybody(races[i], i + 1)
                        .with("artStyle", null)
                        .with(trait, wire(value))
                        .brief());
            }
        }
        return new Sheet(file, columns, cell, cells);
    }

    private static Cell anybody(Race race, int column) {
        int number = race.ordinal() * 5 + column;
        return new Cell(1_200 + number, number)
                .with("race", wire(race))
                .with("gender", GENDERS[column])
                .with("ageCategory", wire(AgeCategory.values()[(column + race.ordinal()) % 4]))
                .with("characterClass", wire(CharacterClass.values()[(race.ordinal() + column * 3) % 13]))
                .with("facialExpression", wire(Expression.values()[number * 7 % 10]))
                .with("pose", wire(Pose.values()[number * 5 % 6]))
                .with("build", wire(Build.values()[(race.ordinal() + column * 2) % 6]))
                .with("backgroundSetting", SCENES[number * 4 % SCENES.length]);
    }

    private static String wire(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** A brief in the making; what is not said is left to the artist. */
    private static final class Cell {

        private final Map<String, String> said = new HashMap<>();
        private final long identity;
        private final long variation;

        Cell(long identity, long variation) {
            this.identity = identity;
            this.variation = variation;
        }

        Cell with(String field, String value) {
            said.put(field, value);
            return this;
        }

        PortraitBrief brief() {
            VisualProfile visual = new VisualProfile(
                    said.get("race"),
                    said.get("gender"),
                    said.get("characterClass"),
                    said.get("ageCategory"),
                    said.get("build"),
                    null,
                    said.get("facialExpression"),
                    null,
                    null,
                    null,
                    null,
                    said.get("backgroundSetting"),
                    said.get("pose"),
                    null,
                    null,
                    null,
                    null,
                    said.get("artStyle"));
            return PortraitBrief.of(null, visual, null, null, identity, variation);
        }
    }
}
