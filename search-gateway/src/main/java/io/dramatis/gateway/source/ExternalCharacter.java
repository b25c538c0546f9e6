package io.dramatis.gateway.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A character as an outside source knows it.
 *
 * @param aliases other names, without those that give a plot away
 * @param universeTitle the work it appears in, or null
 * @param description plain text without spoilers, or null
 * @param imageUrl at the source, shown through {@code /api/images}; null where the source shows a placeholder
 * @param source id of the source, as {@code anilist}
 * @param externalId the source's own id; unique together with {@code source}
 * @param siteUrl the page that attribution links to
 * @param attributes facts of the source's own kind, as {@code challenge_rating} or {@code played_by}; in its order. Where
 *     another source lent the text or the picture, {@code description_source} and {@code image_source} name it
 * @param alsoIn the same character in other sources
 * @param score how well it matches the query, 0 to 1; 0 until ranked
 */
@Schema(requiredProperties = {"name", "aliases", "source", "external_id", "kind", "attributes", "also_in", "score"})
public record ExternalCharacter(
        String name,
        List<String> aliases,
        String universeTitle,
        String description,

        @Schema(
                nullable = true,
                description = "At the source; pages show it as /api/images?url={this, URL-encoded}&width=256",
                examples = "https://s4.anilist.co/file/anilistcdn/character/large/b17-phjcWCkRuIhu.png")
        String imageUrl,

        Genre genre,
        String source,
        String externalId,
        String siteUrl,
        CharacterKind kind,
        Map<String, String> attributes,
        List<OtherSource> alsoIn,
        double score) {

    public ExternalCharacter {
        aliases = List.copyOf(aliases);
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        alsoIn = List.copyOf(alsoIn);
    }

    /** The same as it is shown: ranked, and with the other sources that know it. */
    public ExternalCharacter ranked(List<OtherSource> elsewhere, double newScore) {
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
                attributes,
                elsewhere,
                newScore);
    }

    /**
     * The same character elsewhere.
     *
     * @param reason how that is known
     * @param evidence the identity or the name and work that both share, as {@code wikidata:Q4653}
     */
    @Schema(requiredProperties = {"source", "external_id", "reason", "evidence"})
    public record OtherSource(String source, String externalId, String siteUrl, MergeReason reason, String evidence) {}
}
