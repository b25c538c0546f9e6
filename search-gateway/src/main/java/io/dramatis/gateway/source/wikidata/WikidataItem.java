package io.dramatis.gateway.source.wikidata;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.gateway.source.SourceJson;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one entity of {@code wbgetentities}. Empty maps come as {@code []}, a statement may say that there is no value
 * or that nobody knows it, and outdated ones stay with a rank that says so.
 */
record WikidataItem(JsonNode json) {

    private static final String ANY_LANGUAGE = "mul";
    private static final Pattern ID = Pattern.compile("Q[1-9]\\d{0,12}");
    private static final Pattern YEAR = Pattern.compile("\\+0*(\\d{1,4})-.*");
    private static final int PRECISION_OF_A_YEAR = 9;

    /** Null where the entity is missing; a redirected one has the id of its target. */
    String id() {
        String id = SourceJson.text(json.path("id"));
        return id == null || json.has("missing") || !ID.matcher(id).matches() ? null : id;
    }

    /** In the language, or in English, or whatever stands for all; null without any. */
    String label(String language) {
        return inLanguage(json.path("labels"), language);
    }

    String description(String language) {
        return inLanguage(json.path("descriptions"), language);
    }

    /** All names in all the languages that were asked for. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        json.path("labels").forEach(label -> add(names, label));
        json.path("aliases").forEach(ofLanguage -> ofLanguage.forEach(alias -> add(names, alias)));
        return names;
    }

    /** The ids of the items that the property's statements name, the preferred ones first. */
    List<String> items(String property) {
        List<String> ids = new ArrayList<>();
        for (JsonNode value : values(property)) {
            String id = SourceJson.text(value.path("id"));
            // Older statements have the number only.
            Long number = id == null ? SourceJson.number(value.path("numeric-id")) : null;
            String full = number == null ? id : "Q" + number;
            if (full != null && ID.matcher(full).matches()) {
                ids.add(full);
            }
        }
        return ids;
    }

    /** The texts of the property's statements, as ids in other places and names of files; the preferred ones first. */
    List<String> texts(String property) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : values(property)) {
            String text = SourceJson.text(value);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** The year of the property's first statement, from the year 1 on; null where it is not known that exactly. */
    String year(String property) {
        for (JsonNode value : values(property)) {
            Matcher year = YEAR.matcher(value.path("time").asText());
            if (year.matches() && value.path("precision").asInt() >= PRECISION_OF_A_YEAR) {
                return year.group(1);
            }
        }
        return null;
    }

    /** The page about it in one of the wikis asked for, or null. */
    String page(String language) {
        return SourceJson.text(json.path("sitelinks").path(language + "wiki").path("url"));
    }

    private List<JsonNode> values(String property) {
        List<JsonNode> preferred = new ArrayList<>();
        List<JsonNode> normal = new ArrayList<>();
        for (JsonNode statement : json.path("claims").path(property)) {
            JsonNode snak = statement.path("mainsnak");
            String rank = statement.path("rank").asText("normal");
            if (snak.path("snaktype").asText().equals("value") && !rank.equals("deprecated")) {
                (rank.equals("preferred") ? preferred : normal)
                        .add(snak.path("datavalue").path("value"));
            }
        }
        preferred.addAll(normal);
        return preferred;
    }

    private static String inLanguage(JsonNode terms, String language) {
        for (String tried : List.of(language, "en", ANY_LANGUAGE)) {
            String text = SourceJson.text(terms.path(tried).path("value"));
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private static void add(Set<String> names, JsonNode term) {
        String name = SourceJson.text(term.path("value"));
        if (name != null) {
            names.add(name);
        }
    }
}
