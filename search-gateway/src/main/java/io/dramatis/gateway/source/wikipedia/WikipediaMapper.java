package io.dramatis.gateway.source.wikipedia;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.gateway.source.CharacterKind;
import io.dramatis.gateway.source.FoundCharacter;
import io.dramatis.gateway.source.SharedId;
import io.dramatis.gateway.source.SourceJson;
import io.dramatis.gateway.source.SourceText;
import io.dramatis.gateway.source.wikimedia.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the characters among the pages of a search. Wikipedia does not say what a page is about; its short
 * description, as {@code "Fictional character in The Witcher"}, nearly always does.
 */
final class WikipediaMapper {

    private static final Pattern QUALIFIED = Pattern.compile("^(.+?) \\(([^()]+)\\)$");
    private static final Pattern GENERIC_QUALIFIER = Pattern.compile(
            "(?iU).*\\b(character|actor|actress|writer|author|singer|fictional|mythology|folklore|comics|person|персонаж"
                    + "|актёр|писатель)\\b.*");
    private static final Pattern APPEARS_IN = Pattern.compile(
            "(?i)^.*?\\b(?:character|protagonist|antagonist|detective|hero|heroine|villain|creature|monster|spy)s?\\b"
                    + ".*?\\b(?:in|from|of) (?:the )?(.+?)"
                    + "(?: (?:franchise|(?:(?:film|novel|book|manga|anime|comic|television|video game) )?series|universe))?$");
    /** As titles stand in Russian and Japanese. */
    private static final Pattern QUOTED = Pattern.compile("[«『「]([^»』」]{1,100})[»』」]");

    private static final Pattern NOT_A_TITLE =
            Pattern.compile("(?i)(.+ )?(folklore|mythology|legend|literature|religion|fiction)");
    private static final Pattern WORK_PREFIX =
            Pattern.compile("(?i)^(?:\\d{4} )?(?:film|novel|play|book|television series|video game|stories) ");
    private static final Pattern STORIES = Pattern.compile("(?i) (?:stories|novels|films|books)$");
    private static final Pattern LIST = Pattern.compile("^(?:List of|Список) .*|.*一覧$|^قائمة .*|.* की सूची$");

    private record Found(FoundCharacter character, boolean fictional) {}

    private WikipediaMapper() {}

    /**
     * Those that are surely of fiction first, each group in the order of relevance; disambiguation pages, lists and
     * pages on works are left out.
     *
     * @param idPrefix what makes the pages' ids unique among the editions
     */
    static List<FoundCharacter> characters(JsonNode body, String idPrefix) {
        List<JsonNode> pages = new ArrayList<>();
        // Where nothing was found there is no "query" at all.
        body.path("query").path("pages").forEach(pages::add);
        pages.sort(Comparator.comparingInt(page -> page.path("index").asInt(Integer.MAX_VALUE)));
        return pages.stream()
                .map(page -> character(page, idPrefix))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(found -> !found.fictional()))
                .map(Found::character)
                .toList();
    }

    private static Optional<Found> character(JsonNode page, String idPrefix) {
        String title = SourceJson.text(page.path("title"));
        String id = SourceJson.text(page.path("pageid"));
        String described = SourceJson.text(page.path("description"));
        String description = described == null ? "" : described;
        if (title == null
                || id == null
                || page.path("pageprops").has("disambiguation")
                || LIST.matcher(title).matches()) {
            return Optional.empty();
        }
        CharacterKind kind = Subject.kind(description);
        if (kind == null) {
            return Optional.empty();
        }
        Matcher qualified = QUALIFIED.matcher(title);
        String name = qualified.matches() ? qualified.group(1) : title;
        String qualifier = qualified.matches() ? qualified.group(2) : null;
        String extract = SourceJson.text(page.path("extract"));
        return Optional.of(new Found(
                FoundCharacter.of(WikipediaSource.ID, idPrefix + id, name, kind)
                        .universe(kind == CharacterKind.PERSON ? null : universe(qualifier, description))
                        .description(SourceText.plain(extract == null ? description : extract))
                        .image(SourceJson.text(page.path("thumbnail").path("source")))
                        .page(SourceJson.text(page.path("fullurl")))
                        .sharedId(
                                SharedId.WIKIDATA,
                                SourceJson.text(page.path("pageprops").path("wikibase_item")))
                        .build(),
                Subject.surelyFictional(description)));
    }

    /** The work named by {@code "Guts (Berserk)"} or {@code "Fictional character in the Berserk manga series"}. */
    static String universe(String qualifier, String description) {
        if (qualifier != null && !GENERIC_QUALIFIER.matcher(qualifier).matches()) {
            return qualifier;
        }
        Matcher quoted = QUOTED.matcher(description);
        if (quoted.find()) {
            return quoted.group(1);
        }
        Matcher appears = APPEARS_IN.matcher(description);
        if (!appears.matches()) {
            return null;
        }
        String work = WORK_PREFIX.matcher(appears.group(1)).replaceFirst("");
        work = STORIES.matcher(work).replaceFirst("");
        return NOT_A_TITLE.matcher(work).matches() ? null : work;
    }
}
