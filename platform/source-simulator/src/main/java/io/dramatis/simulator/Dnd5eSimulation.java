package io.dramatis.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The D&amp;D 5e SRD API in both editions: lists that are filtered by {@code name}, details whose fields change type,
 * pictures as paths without a host, plain text for what is unknown, and redirects from paths without an edition.
 */
final class Dnd5eSimulation implements SimulatedSource {

    private static final Pattern RESOURCE = Pattern.compile("/api/(2014|2024)/([a-z]+)(?:/([^/]+))?");
    private static final Pattern UNVERSIONED = Pattern.compile("/api/(races|subraces|classes|monsters)(/[^/]+)?");
    private static final Pattern IMAGE = Pattern.compile("/api/images/monsters/([a-z0-9-]+)\\.png");
    private static final List<String> ABILITIES =
            List.of("strength", "dexterity", "constitution", "intelligence", "wisdom", "charisma");

    private final JsonNode editions = World.read("dnd5e");

    @Override
    public String id() {
        return "dnd5e";
    }

    @Override
    public Answer answer(HttpServerRequest request, String path, Buffer body, String baseUrl) {
        if (UNVERSIONED.matcher(path).matches()) {
            String query = request.query() == null ? "" : "?" + request.query();
            return Answer.redirect(301, baseUrl + "/" + id() + path.replaceFirst("^/api/", "/api/2014/") + query);
        }
        if (IMAGE.matcher(path).matches()) {
            return new Answer(200, "image/png", Portraits.png(path));
        }
        Matcher resource = RESOURCE.matcher(path);
        JsonNode entries = resource.matches()
                ? editions.path(resource.group(1)).path(resource.group(2))
                : MissingNode.getInstance();
        if (!entries.isArray()) {
            return Answer.text(404, "Not Found");
        }
        String url = "/api/" + resource.group(1) + "/" + resource.group(2);
        if (resource.group(3) == null) {
            return Answer.json(200, list(entries, url, request.getParam("name", "")));
        }
        for (JsonNode entry : entries) {
            if (entry.path("index").asText().equals(resource.group(3))) {
                return Answer.json(200, detail(entry, resource.group(2), resource.group(1), url));
            }
        }
        return Answer.text(404, "Not Found");
    }

    private static Map<String, Object> list(JsonNode entries, String url, String name) {
        List<Map<String, Object>> results = new ArrayList<>();
        for (JsonNode entry : entries) {
            if (entry.path("name").asText().toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT))) {
                results.add(reference(
                        entry.path("index").asText(), entry.path("name").asText(), url));
            }
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("count", results.size());
        body.put("results", results);
        return body;
    }

    private static Map<String, Object> detail(JsonNode entry, String resource, String edition, String url) {
        Map<String, Object> detail =
                reference(entry.path("index").asText(), entry.path("name").asText(), url);
        String root = "/api/" + edition;
        switch (resource) {
            case "monsters" -> monster(detail, entry, root);
            case "classes" -> characterClass(detail, entry, root);
            case "races" -> race(detail, entry, root);
            case "subraces" -> {
                detail.put("race", reference(entry.path("race"), root + "/races"));
                detail.put("desc", entry.path("desc").asText());
                detail.put("ability_bonuses", bonuses(entry.path("bonuses"), root));
                detail.put("racial_traits", named(entry.path("traits"), root + "/traits"));
            }
            case "species" -> species(detail, entry, root);
            case "subspecies" -> {
                detail.put("species", reference(entry.path("species"), root + "/species"));
                detail.put("traits", List.of());
            }
            default -> throw new IllegalStateException("unknown resource " + resource);
        }
        return detail;
    }

    private static void monster(Map<String, Object> detail, JsonNode entry, String root) {
        for (String field : List.of(
                "size",
                "type",
                "subtype",
                "alignment",
                "desc",
                "hit_points",
                "hit_dice",
                "hit_points_roll",
                "speed",
                "languages",
                "challenge_rating",
                "xp",
                "special_abilities")) {
            if (entry.has(field)) {
                detail.put(field, entry.get(field));
            }
        }
        List<Map<String, Object>> armor = new ArrayList<>();
        for (JsonNode of : entry.path("armor_class")) {
            Map<String, Object> value = new LinkedHashMap<>();
            value.put("type", of.path("type").asText());
            value.put("value", of.path("value").asInt());
            if (of.has("armor")) {
                value.put("armor", references(of.path("armor"), root + "/equipment"));
            }
            if (of.has("spell")) {
                value.put("spell", references(of, root + "/spells").get(0));
            }
            armor.add(value);
        }
        detail.put("armor_class", armor);
        for (int i = 0; i < ABILITIES.size(); i++) {
            detail.put(ABILITIES.get(i), entry.path("scores").path(i).asInt());
        }
        for (String field :
                List.of("damage_vulnerabilities", "damage_resistances", "damage_immunities", "condition_immunities")) {
            detail.put(field, List.of());
        }
        detail.put("senses", Map.of("passive_perception", 10));
        detail.put("actions", List.of());
        if (entry.path("image").asBoolean(true)) {
            detail.put("image", "/api/images/monsters/" + entry.path("index").asText() + ".png");
        }
    }

    private static void characterClass(Map<String, Object> detail, JsonNode entry, String root) {
        String index = entry.path("index").asText();
        detail.put("hit_die", entry.path("hit_die").asInt());
        detail.put("saving_throws", abilities(entry.path("saving_throws"), root));
        detail.put("class_levels", root + "/classes/" + index + "/levels");
        String subclass = entry.path("subclass").asText();
        detail.put("subclasses", List.of(reference(indexOf(subclass), subclass, root + "/subclasses")));
        if (entry.has("primary_ability")) {
            detail.put(
                    "primary_ability",
                    Map.of("desc", entry.path("primary_ability").asText()));
        }
        if (entry.has("spellcasting")) {
            detail.put(
                    "spellcasting",
                    Map.of(
                            "level",
                            1,
                            "spellcasting_ability",
                            ability(entry.path("spellcasting").asText(), root)));
            detail.put("spells", root + "/classes/" + index + "/spells");
        }
    }

    private static void race(Map<String, Object> detail, JsonNode entry, String root) {
        detail.put("speed", entry.path("speed").asInt());
        detail.put("ability_bonuses", bonuses(entry.path("bonuses"), root));
        detail.put("alignment", entry.path("alignment").asText());
        detail.put("age", entry.path("age").asText());
        detail.put("size", entry.path("size").asText());
        detail.put("size_description", "Your size is " + entry.path("size").asText() + ".");
        detail.put("languages", List.of(reference("common", "Common", root + "/languages")));
        detail.put("traits", named(entry.path("traits"), root + "/traits"));
        List<Map<String, Object>> subraces = new ArrayList<>();
        entry.path("subraces").forEach(subrace -> subraces.add(reference(subrace, root + "/subraces")));
        detail.put("subraces", subraces);
    }

    private static void species(Map<String, Object> detail, JsonNode entry, String root) {
        detail.put("type", "Humanoid");
        if (entry.has("size")) {
            detail.put("size", entry.path("size").asText());
        } else {
            detail.put("size_options", Map.of("choose", 1, "type", "size"));
        }
        detail.put("speed", entry.path("speed").asInt());
        detail.put("traits", named(entry.path("traits"), root + "/traits"));
        detail.put("subspecies", List.of());
    }

    private static List<Map<String, Object>> bonuses(JsonNode bonuses, String root) {
        List<Map<String, Object>> list = new ArrayList<>();
        bonuses.properties()
                .forEach(bonus -> list.add(Map.of(
                        "ability_score",
                        ability(bonus.getKey(), root),
                        "bonus",
                        bonus.getValue().asInt())));
        return list;
    }

    private static List<Map<String, Object>> abilities(JsonNode indices, String root) {
        List<Map<String, Object>> list = new ArrayList<>();
        indices.forEach(index -> list.add(ability(index.asText(), root)));
        return list;
    }

    private static Map<String, Object> ability(String index, String root) {
        return reference(index, index.toUpperCase(Locale.ROOT), root + "/ability-scores");
    }

    private static List<Map<String, Object>> named(JsonNode names, String url) {
        List<Map<String, Object>> list = new ArrayList<>();
        names.forEach(name -> list.add(reference(indexOf(name.asText()), name.asText(), url)));
        return list;
    }

    /** References to the members that have an index of their own. */
    private static List<Map<String, Object>> references(JsonNode entries, String url) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (JsonNode entry : entries) {
            if (entry.has("index")) {
                list.add(reference(
                        entry.path("index").asText(), entry.path("name").asText(), url));
            }
        }
        return list;
    }

    /** @param pair the index and the name */
    private static Map<String, Object> reference(JsonNode pair, String url) {
        return reference(pair.path(0).asText(), pair.path(1).asText(), url);
    }

    private static Map<String, Object> reference(String index, String name, String url) {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("index", index);
        reference.put("name", name);
        reference.put("url", url + "/" + index);
        return reference;
    }

    private static String indexOf(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
