package io.dramatis.gateway.source;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;

/** An outside source of titles that a library can track; found by being a bean, like {@link CharacterSource}. */
public interface TitleSource extends OutsideSource {

    Set<TitleType> titleTypes();

    /**
     * All results of a first page, the best first.
     *
     * @param type one of {@link #titleTypes()}, or null for all of them
     */
    Uni<List<ExternalTitle>> searchTitles(String text, TitleType type);
}
