package io.dramatis.gateway.source;

import java.util.List;

/**
 * A character as an outside source knows it.
 *
 * @param aliases other names, without those that give a plot away
 * @param universeTitle the work it appears in, or null
 * @param description plain text without spoilers, or null
 * @param imageUrl at the source; null where the source shows a placeholder
 * @param source id of the source, as {@code anilist}
 * @param externalId the source's own id; unique together with {@code source}
 * @param siteUrl the page that attribution links to
 * @param alsoIn the same character in other sources
 * @param score how well it matches the query, 0 to 1; 0 until ranked
 */
public record ExternalCharacter(
        String name,
        List<String> aliases,
        String universeTitle,
        String description,
        String imageUrl,
        Genre genre,
        String source,
        String externalId,
        String siteUrl,
        CharacterKind kind,
        List<OtherSource> alsoIn,
        double score) {

    /** The same character elsewhere. */
    public record OtherSource(String source, String externalId, String siteUrl) {}

    public ExternalCharacter withScore(double newScore) {
        return new ExternalCharacter(
                name,
                aliases,
                universeTitle,
                description,
                imageUrl,
                genre,
                source,
                externalId,
                siteUrl,
                kind,
                alsoIn,
                newScore);
    }
}
