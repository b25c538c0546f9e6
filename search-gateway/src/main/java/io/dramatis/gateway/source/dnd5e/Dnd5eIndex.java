package io.dramatis.gateway.source.dnd5e;

import static io.dramatis.gateway.source.SourceJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dramatis.gateway.source.CharacterKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All names of both editions, ready to be searched. */
final class Dnd5eIndex {

    private record Scored(Dnd5eEntry entry, double score) {}

    private static final List<CharacterKind> KINDS =
            List.of(CharacterKind.RACE, CharacterKind.CLASS, CharacterKind.CREATURE);

    private static final Comparator<Scored> BEST_FIRST = Comparator.comparingDouble(Scored::score)
            .reversed()
            // "Druid" is a class before it is somebody met in the woods.
            .thenComparing(scored -> KINDS.indexOf(scored.entry().kind()))
            .thenComparing(scored -> scored.entry().words().size())
            .thenComparing(scored -> scored.entry().name());

    /** Becomes a part of an address. */
    private static final Pattern INDEX = Pattern.compile("[a-z0-9-]{1,80}");

    private final List<Dnd5eEntry> entries;

    private Dnd5eIndex(List<Dnd5eEntry> entries) {
        this.entries = entries;
    }

    /** @param lists the answers, without those that a server does not have */
    static Dnd5eIndex of(Map<Dnd5eList, JsonNode> lists) {
        Map<String, Dnd5eEntry> found = new LinkedHashMap<>();
        for (Dnd5eList list : Dnd5eList.values()) {
            JsonNode answer = lists.getOrDefault(list, MissingNode.getInstance());
            for (JsonNode result : answer.path("results")) {
                String index = text(result.path("index"));
                String name = text(result.path("name"));
                if (index != null && name != null && INDEX.matcher(index).matches()) {
                    found.merge(
                            list.kind() + "/" + index,
                            Dnd5eEntry.of(list, index, name, List.of(list.edition())),
                            Dnd5eIndex::inBoth);
                }
            }
        }
        return new Dnd5eIndex(List.copyOf(found.values()));
    }

    /**
     * The best matches, the best first.
     *
     * @param either whether names that are only a part of the query match as well
     */
    List<Dnd5eEntry> find(List<String> words, boolean either, int limit) {
        List<Scored> matches = new ArrayList<>();
        for (Dnd5eEntry entry : entries) {
            double score = Dnd5eNames.score(words, entry.words(), either);
            if (score > 0) {
                matches.add(new Scored(entry, score));
            }
        }
        matches.sort(BEST_FIRST);
        return matches.stream().limit(limit).map(Scored::entry).toList();
    }

    Set<String> paths() {
        return entries.stream().map(Dnd5eEntry::path).collect(Collectors.toSet());
    }

    private static Dnd5eEntry inBoth(Dnd5eEntry newer, Dnd5eEntry older) {
        List<String> editions = new ArrayList<>(older.editions());
        editions.addAll(newer.editions());
        return new Dnd5eEntry(newer.list(), newer.index(), newer.name(), editions, newer.words());
    }
}
