package io.dramatis.gateway.source;

import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * An outside source of characters. A bean of this type in a package below {@code source} is all that a new source
 * needs, next to its id's place in the search plan: caching, limits and failures are the {@link SourceGuard}'s.
 */
public interface CharacterSource {

    /** Stable, lower case, as in {@code ExternalCharacter.source}: {@code anilist}. */
    String id();

    String displayName();

    /** What it can be searched for. */
    Set<SearchCategory> categories();

    /** The credit that a page must show beside its results. */
    String attribution();

    URI attributionUrl();

    /** False where a key or an address is missing; then it is never called. */
    boolean configured();

    SourceLimits limits();

    /**
     * The part of the category that changes the source's answer, for the cache's key: categories with the same facet
     * share one answer.
     */
    default String facet(SearchCategory category) {
        return "";
    }

    /**
     * One call, without retries or caching: all results of a first page, unranked. Fails with
     * {@link SourceException}; other failures count as unreachable.
     */
    Uni<List<ExternalCharacter>> search(SourceQuery query);
}
