package io.dramatis.gateway.source;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;

/** An outside source of titles that a library can track; found by being a bean, like {@link CharacterSource}. */
public interface TitleSource extends OutsideSource {

    Set<TitleType> titleTypes();

    /** The results that a page holds; an answer with fewer is all that the source has. */
    int titlesPerPage();

    /**
     * All results of a first page, the best first, without titles for adults only.
     *
     * @param type one of {@link #titleTypes()}, or null for all of them
     */
    Uni<List<ExternalTitle>> searchTitles(String text, TitleType type);

    /**
     * One title with all that the source knows of its length, or none where there is no such title. Fails where the
     * source is asked twice and only one answer arrives: half of it would be kept for hours.
     *
     * @param externalId the source's own id, of whatever form
     */
    Uni<List<ExternalTitle>> findTitle(String externalId);
}
