package io.dramatis.gateway.source;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;

/**
 * An outside source of characters. A bean of this type in a package below {@code source} is all that a new source
 * needs, next to its id's place in the search plan: caching and deadlines are the {@link SourceGuard}'s, limits and
 * failures of each call the {@link SourceChannel}'s.
 */
public interface CharacterSource extends OutsideSource {

    /** What it can be searched for. */
    Set<SearchCategory> categories();

    /**
     * The part of the category that changes the source's answer, for the cache's key: categories with the same facet
     * share one answer.
     */
    default String facet(SearchCategory category) {
        return "";
    }

    /**
     * All results of a first page, unranked, without caching. Fails with {@link SourceException}; other failures count
     * as unreachable. A source that asks twice gives what the first call found where only the second one fails.
     */
    Uni<List<FoundCharacter>> search(SourceQuery query);
}
