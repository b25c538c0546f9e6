package io.dramatis.gateway.source.wikidata;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.gateway.source.CharacterKind;
import io.dramatis.gateway.source.FoundCharacter;
import io.dramatis.gateway.source.SharedId;
import io.dramatis.gateway.source.SourceJson;
import io.dramatis.gateway.source.SourceText;
import io.dramatis.gateway.source.SourceUri;
import io.dramatis.gateway.source.wikimedia.Subject;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes characters of items, by what they are instances of. Properties and classes are documented on their own pages:
 * {@code https://www.wikidata.org/wiki/Property:P31}, {@code https://www.wikidata.org/wiki/Q95074}; how characters use
 * them on {@code https://www.wikidata.org/wiki/Wikidata:WikiProject_Fictional_universes}.
 */
final class WikidataMapper {

    private static final String INSTANCE_OF = "P31";
    private static final String IMAGE = "P18";
    private static final String BORN = "P569";
    private static final String DIED = "P570";
    private static final String PRESENT_IN_WORK = "P1441";
    private static final String FROM_UNIVERSE = "P1080";
    private static final String OPEN_LIBRARY = "P648";
    private static final String TMDB_PERSON = "P4985";

    /** Identities of works in other sources. */
    private static final Map<String, String> WORK_IDS = Map.of(
            "P8729", SharedId.ANILIST_ANIME,
            "P8731", SharedId.ANILIST_MANGA,
            "P4086", SharedId.MAL_ANIME,
            "P4087", SharedId.MAL_MANGA,
            "P10589", SharedId.MANGADEX);

    private static final String HUMAN = "Q5";
    private static final Set<String> CHARACTERS = Set.of(
            "Q95074", // fictional character
            "Q15632617", // fictional human
            "Q3658341", // literary character
            "Q15773347", // film character
            "Q15773317", // television character
            "Q15711870", // animated character
            "Q80447738", // anime character
            "Q87576284", // manga character
            "Q1114461", // comics character
            "Q1569167", // video game character
            "Q3375722", // theatrical character
            "Q4271324", // mythical character
            "Q22988604", // character of Greek mythology
            "Q13002315", // legendary figure
            "Q178885"); // deity
    private static final Set<String> CREATURES = Set.of(
            "Q2239243", // mythical creature
            "Q15707583"); // fictional animal

    private static final int MAX_ALIASES = 20;
    private static final int WORKS_OF_ONE = 2;
    private static final int MAX_WORKS_NAMED = 5;
    private static final Pattern UNIVERSE = Pattern.compile("(?i) (?:fictional )?universe$");
    private static final Pattern OPEN_LIBRARY_AUTHOR = Pattern.compile("OL\\d+A");
    private static final Pattern OPEN_LIBRARY_WORK = Pattern.compile("OL\\d+W");

    private final URI commonsUrl;
    private final int thumbnailWidth;

    WikidataMapper(URI commonsUrl, int thumbnailWidth) {
        this.commonsUrl = commonsUrl;
        this.thumbnailWidth = thumbnailWidth;
    }

    /** The items of a search that are not described as something else than somebody. */
    static List<String> candidates(JsonNode found, int limit) {
        Set<String> ids = new LinkedHashSet<>();
        for (JsonNode hit : found.path("search")) {
            String id = SourceJson.text(hit.path("id"));
            String description = SourceJson.text(hit.path("description"));
            if (id != null && (description == null || Subject.kind(description) != null)) {
                ids.add(id);
            }
        }
        return ids.stream().limit(limit).toList();
    }

    /** The works, universes and unfamiliar classes that the items speak of. */
    static List<String> references(JsonNode items, int limit) {
        Set<String> ids = new LinkedHashSet<>();
        for (JsonNode json : items.path("entities")) {
            WikidataItem item = new WikidataItem(json);
            List<String> classes = item.items(INSTANCE_OF);
            if (classes.contains(HUMAN)) {
                continue;
            }
            works(item).limit(WORKS_OF_ONE + 1L).forEach(ids::add);
            if (classes.stream().noneMatch(known -> CHARACTERS.contains(known) || CREATURES.contains(known))) {
                ids.addAll(classes);
            }
        }
        return ids.stream().limit(limit).toList();
    }

    /**
     * The characters and persons among the items, in the order of {@code ids}; each once.
     *
     * @param items the answer with the items of {@code ids}
     * @param referenced that with their {@link #references}; missing where there are none or the call failed
     */
    List<FoundCharacter> characters(List<String> ids, JsonNode items, JsonNode referenced, String language) {
        Map<String, WikidataItem> references = new HashMap<>();
        for (Map.Entry<String, JsonNode> entity : referenced.path("entities").properties()) {
            references.put(entity.getKey(), new WikidataItem(entity.getValue()));
        }
        List<FoundCharacter> characters = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String id : ids) {
            WikidataItem item = new WikidataItem(items.path("entities").path(id));
            if (item.id() != null && seen.add(item.id())) {
                character(item, references, language).ifPresent(characters::add);
            }
        }
        return characters;
    }

    private Optional<FoundCharacter> character(
            WikidataItem item, Map<String, WikidataItem> references, String language) {
        String label = item.label(language);
        CharacterKind kind = kind(item, references, language);
        if (label == null || kind == null) {
            return Optional.empty();
        }
        // Kinds of beings are labelled as the common nouns that they are.
        String name = kind == CharacterKind.CREATURE ? capitalised(label) : label;
        String page = item.page(language) == null ? item.page("en") : item.page(language);
        FoundCharacter.Builder found = FoundCharacter.of(WikidataSource.ID, item.id(), name, kind)
                .aliases(item.names().stream()
                        .filter(alias -> !alias.equals(label))
                        .limit(MAX_ALIASES)
                        .toList())
                .description(SourceText.plain(item.description(language)))
                .image(image(item))
                .page(page == null ? "https://www.wikidata.org/wiki/" + item.id() : page)
                .sharedId(SharedId.WIKIDATA, item.id());
        item.texts(TMDB_PERSON).forEach(id -> found.sharedId(SharedId.TMDB_PERSON, id));
        item.texts(OPEN_LIBRARY).stream()
                .filter(id -> OPEN_LIBRARY_AUTHOR.matcher(id).matches())
                .forEach(id -> found.sharedId(SharedId.OPENLIBRARY_AUTHOR, id));
        if (kind == CharacterKind.PERSON) {
            found.attribute("born", item.year(BORN)).attribute("died", item.year(DIED));
        } else {
            universe(item, references, language, found);
        }
        return Optional.of(found.build());
    }

    private static String capitalised(String label) {
        int first = label.offsetByCodePoints(0, 1);
        return label.substring(0, first).toUpperCase(Locale.ROOT) + label.substring(first);
    }

    /** Null for films, disambiguation pages, families and whatever else is nobody. */
    private static CharacterKind kind(WikidataItem item, Map<String, WikidataItem> references, String language) {
        List<String> classes = item.items(INSTANCE_OF);
        if (classes.contains(HUMAN)) {
            return CharacterKind.PERSON;
        }
        if (classes.stream().anyMatch(CHARACTERS::contains)) {
            return CharacterKind.CHARACTER;
        }
        if (classes.stream().anyMatch(CREATURES::contains)) {
            return CharacterKind.CREATURE;
        }
        // There are some thousand more kinds of characters, "fictional vampire" among them; their names tell, and
        // where those are not to be had, the item's own description.
        Stream<String> told = references.isEmpty() || classes.isEmpty()
                ? Stream.ofNullable(item.description(language))
                : classes.stream()
                        .map(references::get)
                        .filter(known -> known != null)
                        .map(known -> known.label("en"))
                        .filter(label -> label != null);
        return told.filter(Subject::surelyFictional)
                .map(Subject::kind)
                .findFirst()
                .orElse(null);
    }

    private static Stream<String> works(WikidataItem item) {
        return Stream.concat(
                item.items(PRESENT_IN_WORK).stream().limit(WORKS_OF_ONE), item.items(FROM_UNIVERSE).stream());
    }

    private static void universe(
            WikidataItem item, Map<String, WikidataItem> references, String language, FoundCharacter.Builder found) {
        boolean named = false;
        List<WikidataItem> works = works(item)
                .map(references::get)
                .filter(work -> work != null && work.label(language) != null)
                .limit(MAX_WORKS_NAMED)
                .toList();
        for (WikidataItem work : works) {
            if (!named) {
                found.universe(UNIVERSE.matcher(work.label(language)).replaceFirst(""));
                named = true;
            }
            work.names()
                    .forEach(
                            title -> found.universeAlias(UNIVERSE.matcher(title).replaceFirst("")));
            found.universeId(SharedId.WIKIDATA, work.id());
            WORK_IDS.forEach((property, space) -> work.texts(property).forEach(id -> found.universeId(space, id)));
            work.texts(OPEN_LIBRARY).stream()
                    .filter(id -> OPEN_LIBRARY_WORK.matcher(id).matches())
                    .forEach(id -> found.universeId(SharedId.OPENLIBRARY_WORK, id));
        }
    }

    private String image(WikidataItem item) {
        return item.texts(IMAGE).stream()
                .findFirst()
                .map(file -> SourceUri.of(commonsUrl, "/wiki/Special:FilePath")
                        .segment(file.replace(' ', '_'))
                        .param("width", thumbnailWidth)
                        .build()
                        .toString())
                .orElse(null);
    }
}
