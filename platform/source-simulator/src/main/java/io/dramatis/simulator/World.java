package io.dramatis.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The titles, characters and pages that all simulated sources speak of, from {@code world/*.json}. */
final class World {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> titles = load("titles");
    private final List<JsonNode> characters = load("characters");
    private final List<JsonNode> pages = load("pages");

    List<JsonNode> titles() {
        return titles;
    }

    List<JsonNode> characters() {
        return characters;
    }

    List<JsonNode> pages() {
        return pages;
    }

    /** Whether every word of {@code query} occurs in one of the texts, whatever the case and the width. */
    static boolean matches(String query, Iterable<String> texts) {
        StringBuilder all = new StringBuilder();
        texts.forEach(text -> all.append(fold(text)).append('\n'));
        for (String word : fold(query).split("\\s+")) {
            if (all.indexOf(word) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the text begins with {@code query}, compared in the same way. */
    static boolean startsWith(String text, String query) {
        return fold(text).startsWith(fold(query));
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** The entries of {@code world/<name>.json}. */
    static List<JsonNode> load(String name) {
        List<JsonNode> entries = new ArrayList<>();
        read(name).forEach(entries::add);
        return List.copyOf(entries);
    }

    /** The whole of {@code world/<name>.json}; for a source whose data no other source shares. */
    static JsonNode read(String name) {
        String resource = "/world/" + name + ".json";
        try (InputStream in = World.class.getResourceAsStream(resource)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
