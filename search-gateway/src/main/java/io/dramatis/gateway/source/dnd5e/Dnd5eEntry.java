package io.dramatis.gateway.source.dnd5e;

import io.dramatis.gateway.source.CharacterKind;
import io.dramatis.gateway.source.FoldedText;
import java.util.List;

/**
 * One thing that the SRD knows, whichever of its editions.
 *
 * @param list where it is read from: the newest that has it
 * @param index as {@code owlbear}
 * @param editions all that have it, the oldest first
 * @param words of the name, folded; looked at by every search
 */
record Dnd5eEntry(Dnd5eList list, String index, String name, List<String> editions, List<String> words) {

    Dnd5eEntry {
        editions = List.copyOf(editions);
        words = List.copyOf(words);
    }

    static Dnd5eEntry of(Dnd5eList list, String index, String name, List<String> editions) {
        return new Dnd5eEntry(
                list, index, name, editions, List.of(FoldedText.of(name).split(" ")));
    }

    CharacterKind kind() {
        return list.kind();
    }

    /** Below {@code /api/}, and unique among all: {@code 2014/monsters/owlbear}. */
    String path() {
        return list.path() + "/" + index;
    }
}
