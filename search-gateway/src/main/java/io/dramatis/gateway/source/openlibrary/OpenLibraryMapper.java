package io.dramatis.gateway.source.openlibrary;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.gateway.source.CharacterKind;
import io.dramatis.gateway.source.FoldedText;
import io.dramatis.gateway.source.FoundCharacter;
import io.dramatis.gateway.source.SharedId;
import io.dramatis.gateway.source.SourceJson;
import io.dramatis.gateway.source.SourceText;
import io.dramatis.gateway.source.openlibrary.FacetPerson.Nature;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes characters of the persons that works are about, and persons of authors. Nothing is sure to be there but the
 * keys.
 */
final class OpenLibraryMapper {

    private static final String SITE = "https://openlibrary.org";
    private static final int MAX_RESULTS = 40;
    private static final int MAX_TITLES = 10;
    private static final int MAX_ALIASES = 20;
    private static final int MAX_AUTHORS_NAMED = 3;
    private static final Pattern WORK_KEY = Pattern.compile("/works/(OL\\d{1,12}W)");
    private static final Pattern AUTHOR_KEY = Pattern.compile("(?:/authors/)?(OL\\d{1,12}A)");
    /** A catalogue's line, not a name: "Robert C. ; Karl F. Robinson". */
    private static final Pattern SEVERAL_NAMES = Pattern.compile(".*;.*|.{81,}");

    private static final Pattern NON_FICTION =
            Pattern.compile("(?i).*\\b(biography|biographies|autobiography|criticism|correspondence|interviews)\\b.*");
    private static final Pattern FICTION = Pattern.compile("(?i).*\\b(fiction|fictitious)\\b.*");
    /** The books of a series are one universe: "Naruto, Vol. 1". */
    private static final Pattern VOLUME =
            Pattern.compile("(?iU)[,:]?\\s*[(\\[]?\\b(?:vol(?:ume|\\.)?|tome|band|том|巻)\\s*\\d+.*$");

    private static final Pattern DASHES = Pattern.compile("(?s)\\s*\\R-{4,}.*");
    private static final Pattern REFERENCE = Pattern.compile("(?m)^\\s*\\[[^\\]]{1,40}]:\\s.*$");
    private static final Pattern REFERRED = Pattern.compile("\\[([^\\]]{1,300})]\\[[^\\]]{0,40}]");
    private static final Pattern SOURCE_NOTE = Pattern.compile("(?i)\\(\\[source][^)]{0,300}\\)+");

    private record Work(
            String key,
            String title,
            List<String> authorNames,
            List<String> authorKeys,
            Integer year,
            Long cover,
            List<String> subjects,
            List<FacetPerson> persons) {

        String author() {
            return authorKeys.isEmpty() ? "" : authorKeys.get(0);
        }

        /** Whoever the title is about gives the name to the universe: "The Adventures of Sherlock Holmes". */
        Optional<String> hero() {
            String folded = " " + FoldedText.of(title) + " ";
            return persons.stream()
                    .map(FacetPerson::name)
                    .filter(name -> name.contains(" ") && folded.contains(" " + FoldedText.of(name) + " "))
                    .findFirst();
        }

        boolean nonFiction() {
            return subjects.stream()
                            .anyMatch(subject -> NON_FICTION.matcher(subject).matches())
                    && subjects.stream()
                            .noneMatch(subject -> FICTION.matcher(subject).matches());
        }
    }

    /** The works in which one person occurs, and how the person is written there. */
    private static final class Appearances {

        private final List<Work> works = new ArrayList<>();
        private final Set<String> names = new LinkedHashSet<>();
        private final Set<Nature> natures = new HashSet<>();

        void add(Work work, FacetPerson person) {
            if (!works.contains(work)) {
                works.add(work);
            }
            names.add(person.name());
            natures.add(person.nature());
        }

        /** The most relevant one by whoever wrote the most of them, as much is written about other people's heroes. */
        Work original() {
            Map<String, Integer> written = new HashMap<>();
            works.forEach(work -> written.merge(work.author(), 1, Integer::sum));
            Work best = works.get(0);
            for (Work work : works) {
                if (written.get(work.author()) > written.get(best.author())) {
                    best = work;
                }
            }
            return best;
        }

        boolean real() {
            return !natures.contains(Nature.FICTIONAL)
                    && (natures.contains(Nature.REAL) || works.stream().allMatch(Work::nonFiction));
        }
    }

    private final URI coversUrl;
    private final int personsPerWork;

    OpenLibraryMapper(URI coversUrl, int personsPerWork) {
        this.coversUrl = coversUrl;
        this.personsPerWork = personsPerWork;
    }

    /**
     * Who is called as the query is, then the authors, then whoever else the works are about.
     *
     * @param works the answer of the search of works
     * @param authors that of authors; missing where it failed
     * @param records the records of some of the results, by {@link #recordOf}
     */
    List<FoundCharacter> characters(String query, JsonNode works, JsonNode authors, Map<String, JsonNode> records) {
        Map<String, Appearances> persons = new LinkedHashMap<>();
        for (JsonNode doc : works.path("docs")) {
            work(doc).ifPresent(work -> work.persons().stream()
                    .limit(personsPerWork)
                    .forEach(person -> persons.computeIfAbsent(identity(person, work), key -> new Appearances())
                            .add(work, person)));
        }
        Map<String, FoundCharacter> writers = authors(authors, records);
        List<FoundCharacter> called = new ArrayList<>();
        List<FoundCharacter> others = new ArrayList<>();
        persons.values().forEach(appearances -> {
            FoundCharacter found = person(appearances, records);
            // An author whom books are about as well is better known as an author.
            if (!writers.containsKey(FoldedText.of(found.character().name()))) {
                (matches(query, found) ? called : others).add(found);
            }
        });
        List<FoundCharacter> all = new ArrayList<>(called);
        all.addAll(writers.values());
        all.addAll(others);
        return List.copyOf(all.subList(0, Math.min(MAX_RESULTS, all.size())));
    }

    /** Whether the result's name, or another one of its names, has all words of the query or beginnings of them. */
    static boolean matches(String query, FoundCharacter found) {
        String[] wanted = FoldedText.of(query).split(" ");
        List<String> names = new ArrayList<>(found.character().aliases());
        names.add(found.character().name());
        return names.stream().map(FoldedText::of).anyMatch(name -> {
            for (String word : wanted) {
                if (!(" " + name).contains(" " + word)) {
                    return false;
                }
            }
            return true;
        });
    }

    /** Where the record of a result is: {@code /works/OL45804W}, {@code /authors/OL34184A}. */
    static String recordOf(FoundCharacter found) {
        String id = found.character().externalId();
        int slash = id.indexOf('/');
        return slash < 0 ? "/authors/" + id : "/works/" + id.substring(0, slash);
    }

    private static Optional<Work> work(JsonNode doc) {
        String key = key(WORK_KEY, doc.path("key"));
        String title = SourceJson.text(doc.path("title"));
        if (key == null || title == null) {
            return Optional.empty();
        }
        return Optional.of(new Work(
                key,
                title,
                SourceJson.texts(doc.path("author_name")),
                SourceJson.texts(doc.path("author_key")),
                SourceJson.integer(doc.path("first_publish_year")),
                SourceJson.number(doc.path("cover_i")),
                SourceJson.texts(doc.path("subject")),
                SourceJson.texts(doc.path("person")).stream()
                        .map(FacetPerson::parse)
                        .flatMap(Optional::stream)
                        .toList()));
    }

    /** A full name is the same person in whoever's book; a single one, as Alice, is not. */
    private static String identity(FacetPerson person, Work work) {
        String name = FoldedText.of(person.name());
        return name.contains(" ") ? name : name + "|" + work.author();
    }

    private FoundCharacter person(Appearances appearances, Map<String, JsonNode> records) {
        Work work = appearances.original();
        String name = appearances.names.iterator().next();
        JsonNode record = records.get("/works/" + work.key());
        FoundCharacter.Builder found = FoundCharacter.of(
                        OpenLibrarySource.ID,
                        work.key() + "/" + FoldedText.of(name).replace(' ', '-'),
                        name,
                        appearances.real() ? CharacterKind.PERSON : CharacterKind.CHARACTER)
                .aliases(appearances.names)
                .page(SITE + "/works/" + work.key())
                .attribute("first_publish_year", work.year() == null ? null : String.valueOf(work.year()))
                .image(image(appearances, work, record));
        String authors = String.join(
                ", ", work.authorNames().stream().limit(MAX_AUTHORS_NAMED).toList());
        if (appearances.real()) {
            return found.attribute("subject_of", work.title()).build();
        }
        appearances.works.stream()
                .sorted(Comparator.comparing(other -> !other.author().equals(work.author())))
                .limit(MAX_TITLES)
                .forEach(other -> {
                    other.hero().ifPresent(found::universeAlias);
                    found.universeAlias(other.title()).universeId(SharedId.OPENLIBRARY_WORK, other.key());
                });
        return found.universe(series(work.title()))
                .attribute("author", authors)
                .genre(OpenLibraryGenres.of(work.subjects()))
                .description(aboutTheWork(work, record))
                .build();
    }

    private static String series(String title) {
        String series = VOLUME.matcher(title).replaceFirst("").strip();
        return series.isEmpty() ? title : series;
    }

    /** The text belongs to the book, not to the character, and says so. */
    private static String aboutTheWork(Work work, JsonNode record) {
        String text = record == null ? null : text(record.path("description"));
        return text == null ? null : "In \"" + work.title() + "\": " + text;
    }

    private String image(Appearances appearances, Work original, JsonNode record) {
        Long cover = positive(original.cover());
        if (cover == null && record != null) {
            // Removed covers stay as -1, and null is seen as well.
            for (JsonNode other : record.path("covers")) {
                cover = cover == null ? positive(SourceJson.number(other)) : cover;
            }
        }
        if (cover == null) {
            cover = appearances.works.stream()
                    .map(work -> positive(work.cover()))
                    .filter(other -> other != null)
                    .findFirst()
                    .orElse(null);
        }
        return cover == null ? null : picture("/b/id/" + cover);
    }

    private static Long positive(Long cover) {
        return cover != null && cover > 0 ? cover : null;
    }

    /** Where there is none, a blank one would be sent. */
    private String picture(String path) {
        String base = coversUrl.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path + "-M.jpg?default=false";
    }

    /** By folded name, as the catalogue has the better known authors several times. */
    private Map<String, FoundCharacter> authors(JsonNode answer, Map<String, JsonNode> records) {
        Map<String, FoundCharacter> found = new LinkedHashMap<>();
        for (JsonNode doc : answer.path("docs")) {
            String key = key(AUTHOR_KEY, doc.path("key"));
            String name = SourceJson.text(doc.path("name"));
            Integer works = SourceJson.integer(doc.path("work_count"));
            if (key == null || name == null || SEVERAL_NAMES.matcher(name).matches() || works != null && works == 0) {
                continue;
            }
            JsonNode record = records.get("/authors/" + key);
            found.putIfAbsent(
                    FoldedText.of(name),
                    FoundCharacter.of(OpenLibrarySource.ID, key, name, CharacterKind.PERSON)
                            .aliases(SourceJson.texts(doc.path("alternate_names")).stream()
                                    .limit(MAX_ALIASES)
                                    .toList())
                            .image(picture("/a/olid/" + key))
                            .page(SITE + "/authors/" + key)
                            .description(record == null ? null : text(record.path("bio")))
                            .attribute("born", SourceJson.text(doc.path("birth_date")))
                            .attribute("died", SourceJson.text(doc.path("death_date")))
                            .attribute("top_work", SourceJson.text(doc.path("top_work")))
                            .sharedId(SharedId.OPENLIBRARY_AUTHOR, key)
                            .sharedId(
                                    SharedId.WIKIDATA,
                                    record == null
                                            ? null
                                            : SourceJson.text(
                                                    record.path("remote_ids").path("wikidata")))
                            .build());
        }
        return found;
    }

    private static String key(Pattern shape, JsonNode value) {
        String text = SourceJson.text(value);
        if (text == null) {
            return null;
        }
        var matcher = shape.matcher(text);
        return matcher.matches() ? matcher.group(1) : null;
    }

    /** Markdown, either by itself or as {@code {"type": "/type/text", "value": …}}. */
    static String text(JsonNode value) {
        String markdown = SourceJson.text(value.isObject() ? value.path("value") : value);
        if (markdown == null) {
            return null;
        }
        String text = DASHES.matcher(markdown).replaceFirst("");
        text = SOURCE_NOTE.matcher(text).replaceAll("");
        text = REFERENCE.matcher(text).replaceAll("");
        text = REFERRED.matcher(text).replaceAll("$1");
        return SourceText.fromAniListMarkdown(text);
    }
}
