package io.dramatis.gateway.source.dnd5e;

import static io.dramatis.gateway.source.SourceJson.integer;
import static io.dramatis.gateway.source.SourceJson.text;
import static io.dramatis.gateway.source.SourceJson.texts;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.gateway.source.FoundCharacter;
import io.dramatis.gateway.source.Genre;
import io.dramatis.gateway.source.SourceText;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the entries of both editions, in which a field is now a number, now a text, a list or an object. */
final class Dnd5eMapper {

    static final String SITE = "https://www.dnd5eapi.co/api/";
    static final String UNIVERSE = "Dungeons & Dragons";

    private static final Pattern IMAGE = Pattern.compile("/api/images/[A-Za-z0-9_./-]+");
    private static final Map<String, String> FRACTIONS = Map.of("0.125", "1/8", "0.25", "1/4", "0.5", "1/2");
    private static final Map<String, String> ABILITIES = Map.of(
            "strength", "STR",
            "dexterity", "DEX",
            "constitution", "CON",
            "intelligence", "INT",
            "wisdom", "WIS",
            "charisma", "CHA");
    private static final List<String> ABILITY_ORDER =
            List.of("strength", "dexterity", "constitution", "intelligence", "wisdom", "charisma");

    private Dnd5eMapper() {}

    /**
     * @param details what the API says of the entry; a missing node to do without
     * @param server to which paths of pictures are relative
     */
    static FoundCharacter character(Dnd5eEntry entry, JsonNode details, URI server) {
        FoundCharacter.Builder builder = FoundCharacter.of(Dnd5eSource.ID, entry.path(), entry.name(), entry.kind())
                .universe(UNIVERSE)
                .universeAlias("D&D")
                .genre(Genre.FANTASY)
                .page(SITE + entry.path())
                .image(image(text(details.path("image")), server))
                .attribute("editions", String.join(", ", entry.editions()));
        switch (entry.kind()) {
            case CREATURE -> creature(builder, details);
            case CLASS -> characterClass(builder, details);
            default -> race(builder, details);
        }
        return builder.build();
    }

    private static void creature(FoundCharacter.Builder builder, JsonNode details) {
        String type = text(details.path("type"));
        String subtype = text(details.path("subtype"));
        builder.description(description(details, specialAbilities(details)))
                .attribute("size", text(details.path("size")))
                .attribute("type", type != null && subtype != null ? type + " (" + subtype + ")" : type)
                .attribute("alignment", text(details.path("alignment")))
                .attribute("challenge_rating", challengeRating(details.path("challenge_rating")))
                .attribute("xp", text(details.path("xp")))
                .attribute("armor_class", armorClass(details.path("armor_class")))
                .attribute("hit_points", hitPoints(details))
                .attribute("speed", speed(details.path("speed")))
                .attribute("abilities", abilities(details))
                .attribute("languages", text(details.path("languages")));
    }

    private static void characterClass(FoundCharacter.Builder builder, JsonNode details) {
        Integer hitDie = integer(details.path("hit_die"));
        builder.description(description(details, List.of()))
                .attribute("hit_die", hitDie == null ? null : "d" + hitDie)
                .attribute(
                        "primary_ability", text(details.path("primary_ability").path("desc")))
                .attribute("saving_throws", names(details.path("saving_throws")))
                .attribute(
                        "spellcasting",
                        text(details.path("spellcasting")
                                .path("spellcasting_ability")
                                .path("name")))
                .attribute("subclasses", names(details.path("subclasses")));
    }

    private static void race(FoundCharacter.Builder builder, JsonNode details) {
        JsonNode traits = details.path("traits").isArray() ? details.path("traits") : details.path("racial_traits");
        builder.description(description(details, life(details)))
                .attribute("race", text(details.path("race").path("name")))
                .attribute("species", text(details.path("species").path("name")))
                .attribute("type", text(details.path("type")))
                .attribute("size", text(details.path("size")))
                .attribute("speed", speed(details.path("speed")))
                .attribute("ability_bonuses", abilityBonuses(details.path("ability_bonuses")))
                .attribute("traits", names(traits))
                .attribute("languages", names(details.path("languages")))
                .attribute("subraces", names(details.path("subraces")))
                .attribute("subspecies", names(details.path("subspecies")));
    }

    /** What makes a creature special, where nothing else is written about it. */
    private static List<String> specialAbilities(JsonNode details) {
        List<String> abilities = new ArrayList<>();
        for (JsonNode ability : details.path("special_abilities")) {
            String name = text(ability.path("name"));
            String text = text(ability.path("desc"));
            if (name != null && text != null) {
                abilities.add(name + ". " + text);
            }
        }
        return abilities;
    }

    /** How a race lives. */
    private static List<String> life(JsonNode details) {
        return Stream.of("age", "alignment", "size_description")
                .map(field -> text(details.path(field)))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The description, a text or a list of paragraphs, or else what stands in for it. */
    private static String description(JsonNode details, List<String> otherwise) {
        JsonNode written = details.path("desc");
        List<String> paragraphs = new ArrayList<>(texts(written));
        if (text(written) != null) {
            paragraphs.add(text(written));
        }
        return SourceText.plain(String.join("\n", paragraphs.isEmpty() ? otherwise : paragraphs));
    }

    private static String image(String path, URI server) {
        if (path == null || !IMAGE.matcher(path).matches() || path.contains("..")) {
            return null;
        }
        String base = server.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }

    /** As the books write it: {@code 3}, {@code 1/4}. */
    static String challengeRating(JsonNode rating) {
        if (!rating.isNumber()) {
            return text(rating);
        }
        String number = rating.decimalValue().stripTrailingZeros().toPlainString();
        return FRACTIONS.getOrDefault(number, number);
    }

    /** {@code 18 (Chain Mail, Shield)}; of several, as with and without a spell, all. */
    static String armorClass(JsonNode armor) {
        if (!armor.isArray()) {
            return text(armor);
        }
        List<String> values = new ArrayList<>();
        for (JsonNode one : armor) {
            String value = text(one.isObject() ? one.path("value") : one);
            if (value == null) {
                continue;
            }
            String worn = names(one.path("armor"));
            String by = worn != null ? worn : text(one.path("spell").path("name"));
            if (by == null && "natural".equals(text(one.path("type")))) {
                by = "natural";
            }
            values.add(by == null ? value : value + " (" + by + ")");
        }
        return joined(values);
    }

    /** A race's number of feet, or a creature's ways to move: {@code 40 ft., fly 80 ft.} */
    static String speed(JsonNode speed) {
        if (!speed.isObject()) {
            return speed.isNumber() ? text(speed) + " ft." : text(speed);
        }
        List<String> ways = new ArrayList<>();
        boolean hovers = false;
        for (Map.Entry<String, JsonNode> way : speed.properties()) {
            JsonNode value = way.getValue();
            if (value.isBoolean()) {
                hovers |= way.getKey().equals("hover") && value.asBoolean();
            } else {
                String distance = value.isNumber() ? text(value) + " ft." : text(value);
                if (distance != null) {
                    ways.add(way.getKey().equals("walk") ? distance : way.getKey() + " " + distance);
                }
            }
        }
        String all = joined(ways);
        return all != null && hovers ? all + " (hover)" : all;
    }

    private static String hitPoints(JsonNode details) {
        String points = text(details.path("hit_points"));
        String roll = text(details.path("hit_points_roll"));
        return points != null && roll != null ? points + " (" + roll + ")" : points;
    }

    private static String abilities(JsonNode details) {
        return joined(ABILITY_ORDER.stream()
                .filter(ability -> details.path(ability).isNumber())
                .map(ability ->
                        ABILITIES.get(ability) + " " + details.path(ability).asText())
                .toList());
    }

    private static String abilityBonuses(JsonNode bonuses) {
        List<String> all = new ArrayList<>();
        for (JsonNode bonus : bonuses) {
            String ability = text(bonus.path("ability_score").path("name"));
            Integer value = integer(bonus.path("bonus"));
            if (ability != null && value != null) {
                all.add(ability + (value < 0 ? " " : " +") + value);
            }
        }
        return joined(all);
    }

    private static String names(JsonNode references) {
        List<String> names = new ArrayList<>();
        references.forEach(reference -> names.add(text(reference.path("name"))));
        return joined(names);
    }

    private static String joined(List<String> parts) {
        String all = parts.stream().filter(Objects::nonNull).collect(Collectors.joining(", "));
        return all.isEmpty() ? null : all;
    }
}
