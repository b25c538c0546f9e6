package io.dramatis.portrait.provider.builtin;

import io.dramatis.events.VisualProfile;
import io.dramatis.portrait.prompt.PromptText;
import io.dramatis.portrait.provider.ImageRequest;
import io.dramatis.portrait.provider.Sitter;
import java.util.ArrayList;
import java.util.List;

/** The sheet of variants: in each row a reference, and what became of it when other things were asked for. */
final class VariantSheet {

    private record Row(
            String race, String gender, String calling, String age, long identity, String style, List<String> wishes) {}

    /** By attire, mood, pose, setting and age. */
    private static final List<Row> ROWS = List.of(
            new Row(
                    "human",
                    "female",
                    "ranger",
                    "adult",
                    1_234,
                    null,
                    List.of("wearing a spacesuit", "laughing", "arms crossed", "on the moon", "as an old woman")),
            new Row(
                    "dark_elf",
                    "male",
                    "rogue",
                    "young",
                    77,
                    null,
                    List.of(
                            "in plate armour",
                            "angry",
                            "looking over the shoulder",
                            "in a tavern",
                            "forty years older")),
            new Row(
                    "half_orc",
                    "female",
                    "barbarian",
                    "adult",
                    5_150,
                    null,
                    List.of("in a red ball gown", "crying", "casting a spell", "on a beach", "as a child")),
            new Row(
                    "dwarf",
                    "male",
                    "cleric",
                    "middle_aged",
                    42,
                    null,
                    List.of("in a business suit", "surprised", "seated", "in the city at night", "as a young man")),
            new Row(
                    "tiefling",
                    "non_binary",
                    "warlock",
                    "adult",
                    909,
                    "anime",
                    List.of("in a kimono", "smiling", "fighting", "on the deck of a ship", "as an elderly person")));

    private VariantSheet() {}

    static PortraitSheets.Sheet sheet() {
        List<PortraitBrief> cells = new ArrayList<>();
        for (Row row : ROWS) {
            VisualProfile visual = Briefs.sitter()
                    .with("race", row.race())
                    .with("gender", row.gender())
                    .with("characterClass", row.calling())
                    .with("ageCategory", row.age())
                    .with("facialExpression", "confident")
                    .profile();
            Sitter reference = new Sitter(visual, null, row.style(), row.identity(), row.identity(), null);
            cells.add(PortraitBrief.of(reference));
            for (String wish : row.wishes()) {
                cells.add(PortraitBrief.of(VariantReader.read(request(reference, wish), reference, 0)));
            }
        }
        return new PortraitSheets.Sheet("variants.jpg", 6, 200, cells);
    }

    private static ImageRequest request(Sitter reference, String wish) {
        return new ImageRequest(
                null,
                reference.visual(),
                PromptText.ofProse(wish),
                null,
                wish,
                null,
                1,
                null,
                null,
                List.of(),
                ImageRequest.DEFAULT_IDENTITY_STRENGTH,
                reference.identitySeed(),
                reference.variation());
    }
}
