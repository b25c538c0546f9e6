package io.dramatis.gateway.search;

import io.dramatis.gateway.source.ExternalCharacter;
import io.dramatis.gateway.source.FoundCharacter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A source's result with its names and titles made ready for comparing, once for a whole search. */
final class Candidate {

    /** Names and titles beyond these are not looked at: a hostile answer must not make a search slow. */
    private static final int MAX_ALIASES = 20;

    private static final int MAX_TITLES = 12;

    private final FoundCharacter found;
    private final int source;
    private final int rank;
    private final Spelling name;
    private final List<Spelling> aliases;
    private final List<WorkTitle> titles;

    /**
     * @param source place of its source among those of the search
     * @param rank place among its source's results
     */
    Candidate(FoundCharacter found, int source, int rank) {
        this.found = found;
        this.source = source;
        this.rank = rank;
        ExternalCharacter character = found.character();
        this.name = Spelling.of(character.name());
        this.aliases = new ArrayList<>();
        for (String alias : character.aliases()) {
            if (aliases.size() == MAX_ALIASES) {
                break;
            }
            aliases.add(Spelling.of(alias));
        }
        this.titles = Stream.concat(Stream.of(character.universeTitle()), found.universeAliases().stream())
                .filter(Objects::nonNull)
                .limit(MAX_TITLES)
                .map(WorkTitle::of)
                .filter(title -> !title.isEmpty())
                .toList();
    }

    FoundCharacter found() {
        return found;
    }

    ExternalCharacter character() {
        return found.character();
    }

    int source() {
        return source;
    }

    int rank() {
        return rank;
    }

    Spelling name() {
        return name;
    }

    List<Spelling> aliases() {
        return aliases;
    }

    /** The work's title, then its other titles. */
    List<WorkTitle> titles() {
        return titles;
    }
}
