package io.dramatis.portrait.provider.builtin;

import io.dramatis.kit.image.Pictures;
import io.dramatis.portrait.prompt.PortraitStyle;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
                .build();
    }

    static List<Sheet> all() {
        return List.of(races(), styles(), ages(), builds(), expressions(), poses(), VariantSheet.sheet());
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
                cells.add(anybody(race, column).build());
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
                        .build());
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
                        .with("ageCategory", AgeCategory.ADULT)
                        .with("pose", Pose.STANDING_CONFIDENT)
                        .with("facialExpression", expression)
                        .build());
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
                cells.add(anybody(races[i], i + 1).with(trait, value).build());
            }
        }
        return new Sheet(file, columns, cell, cells);
    }

    private static Briefs anybody(Race race, int column) {
        int number = race.ordinal() * 5 + column;
        return Briefs.sitter()
                .identity(1_200 + number)
                .variation(number)
                .with("race", race)
                .with("gender", GENDERS[column])
                .with("ageCategory", AgeCategory.values()[(column + race.ordinal()) % 4])
                .with("characterClass", CharacterClass.values()[(race.ordinal() + column * 3) % 13])
                .with("facialExpression", Expression.values()[number * 7 % 10])
                .with("pose", Pose.values()[number * 5 % 6])
                .with("build", Build.values()[(race.ordinal() + column * 2) % 6])
                .with("backgroundSetting", SCENES[number * 4 % SCENES.length]);
    }
}
