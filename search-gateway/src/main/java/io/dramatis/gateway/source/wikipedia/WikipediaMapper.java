package io.dramatis.gateway.source.wikipedia;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.gateway.source.CharacterKind;
import io.dramatis.gateway.source.FoundCharacter;
import io.dramatis.gateway.source.SourceJson;
import io.dramatis.gateway.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
            "(?i).*\\b(character|actor|actress|writer|author|singer|fictional|mythology|folklore|comics|person)\\b.*");
    private static final Pattern APPEARS_IN = Pattern.compile(
            "(?i)^.*?\\b(?:character|protagonist|antagonist|detective|hero|heroine|villain|creature|monster|spy)s?\\b"
                    + ".*?\\b(?:in|from|of) (?:the )?(.+?)"
                    + "(?: (?:franchise|(?:(?:film|novel|book|manga|anime|comic|television|video game) )?series|universe))?$");
    private static final Pattern NOT_A_TITLE =
            Pattern.compile("(?i)(.+ )?(folklore|mythology|legend|literature|religion|fiction)");
    private static final Pattern WORK_PREFIX =
            Pattern.compile("(?i)^(?:\\d{4} )?(?:film|novel|play|book|television series|video game|stories) ");
    private static final Pattern STORIES = Pattern.compile("(?i) (?:stories|novels|films|books)$");
    private static final Pattern FICTIONAL = Pattern.compile(
            "(?i).*\\b(fictional|character|protagonist|antagonist|superhero|supervillain|outlaw in|legendary)\\b.*");
    private static final Pattern CREATURE =
            Pattern.compile("(?i).*\\b(creature|monster|dragon|beast|species|undead|demon|deity|spirit)s?\\b.*");
    private static final Pattern PERSON = Pattern.compile(
            "(?iU).*(\\b(born|actor|actress|writer|author|novelist|poet|singer|director|filmmaker|animator|politician"
                    + "|musician|artist|player|mangaka|biography)\\b|\\(\\d{3,4}\\s?[–-]\\s?\\d{3,4}\\)|писатель|जन्म"
                    + "|अभिनेता|acteur|écrivain|schriftsteller).*");
    private static final Pattern WORK = Pattern.compile(
            "(?i).*\\b(film|movie|novel|novella|book|manga|anime|series|serial|sitcom|season|episode|video game|game"
                    + "|album|song|band|soundtrack|franchise|company|magazine|list|topics|play|opera|disambiguation)s?\\b.*");

    private WikipediaMapper() {}

    /** In the order of relevance; disambiguation pages, lists and pages on works are left out. */
    static List<FoundCharacter> characters(JsonNode body) {
        List<JsonNode> pages = new ArrayList<>();
        // Where nothing was found there is no "query" at all.
        body.path("query").path("pages").forEach(pages::add);
        pages.sort(Comparator.comparingInt(page -> page.path("index").asInt(Integer.MAX_VALUE)));
        return pages.stream()
                .map(WikipediaMapper::character)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<FoundCharacter> character(JsonNode page) {
        String title = page.path("title").asText("").strip();
        String id = page.path("pageid").asText("");
        String description = page.path("description").asText("").strip();
        if (title.isEmpty()
                || id.isEmpty()
                || page.path("pageprops").has("disambiguation")
                || title.startsWith("List of ")) {
            return Optional.empty();
        }
        CharacterKind kind = kind(description);
        if (kind == null) {
            return Optional.empty();
        }
        Matcher qualified = QUALIFIED.matcher(title);
        String name = qualified.matches() ? qualified.group(1) : title;
        String qualifier = qualified.matches() ? qualified.group(2) : null;
        return Optional.of(FoundCharacter.of(WikipediaSource.ID, id, name, kind)
                .universe(kind == CharacterKind.PERSON ? null : universe(qualifier, description))
                .description(SourceText.plain(page.path("extract").asText(description)))
                .image(SourceJson.text(page.path("thumbnail").path("source")))
                .page(SourceJson.text(page.path("fullurl")))
                .build());
    }

    /** Null for what is neither a character nor a person; a page without a description is given the benefit. */
    static CharacterKind kind(String description) {
        if (description.isEmpty()) {
            return CharacterKind.CHARACTER;
        }
        if (CREATURE.matcher(description).matches()
                && !description.toLowerCase(Locale.ROOT).contains("character")) {
            return CharacterKind.CREATURE;
        }
        if (FICTIONAL.matcher(description).matches()) {
            return CharacterKind.CHARACTER;
        }
        if (PERSON.matcher(description).matches()) {
            return CharacterKind.PERSON;
        }
        return WORK.matcher(description).matches() ? null : CharacterKind.CHARACTER;
    }

    /** The work named by {@code "Guts (Berserk)"} or {@code "Fictional character in the Berserk manga series"}. */
    static String universe(String qualifier, String description) {
        if (qualifier != null && !GENERIC_QUALIFIER.matcher(qualifier).matches()) {
            return qualifier;
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
