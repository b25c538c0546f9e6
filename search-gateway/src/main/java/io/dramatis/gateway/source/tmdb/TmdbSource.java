package io.dramatis.gateway.source.tmdb;

import static io.dramatis.gateway.source.SourceJson.number;
import static io.dramatis.gateway.source.SourceJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dramatis.gateway.source.CharacterSource;
import io.dramatis.gateway.source.FoldedText;
import io.dramatis.gateway.source.FoundCharacter;
import io.dramatis.gateway.source.SearchCategory;
import io.dramatis.gateway.source.SourceException;
import io.dramatis.gateway.source.SourceLimits;
import io.dramatis.gateway.source.SourceQuery;
import io.dramatis.gateway.source.tmdb.TmdbTitle.Medium;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Characters of films and series by way of their credits, and the people who play them. TMDB finds titles and people by
 * name but no characters; so the casts of the best titles are looked at, and what the best person has played.
 */
@ApplicationScoped
class TmdbSource implements CharacterSource {

    static final String ID = "tmdb";

    /** The short form of the logos at themoviedb.org/about/logos-attribution. */
    private static final URI LOGO = URI.create("https://www.themoviedb.org/assets/2/v4/logos/v2/"
            + "blue_short-8e7b30f73a4020692ccca9c88bafe5dcb6f8a62a4c6bc55cd9ba82bb2cd95f6c.svg");

    private static final String HINDI = "hi-IN";
    private static final String INDIA = "IN";

    /**
     * What the first calls have found, in TMDB's order.
     *
     * @param failure of the search for people, or null
     */
    private record Hits(List<TmdbTitle> titles, List<JsonNode> people, SourceException failure) {}

    /** The answer of a call that others can do without; a missing node where it failed. */
    private record Detail(JsonNode body, SourceException failure) {}

    private final TmdbClient client;
    private final TmdbConfig config;

    TmdbSource(TmdbClient client, TmdbConfig config) {
        this.client = client;
        this.config = config;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String displayName() {
        return "TMDB";
    }

    @Override
    public Set<SearchCategory> categories() {
        return EnumSet.of(SearchCategory.MOVIE, SearchCategory.TV, SearchCategory.BOLLYWOOD, SearchCategory.ALL);
    }

    @Override
    public String attribution() {
        return "This product uses the TMDB API but is not endorsed or certified by TMDB.";
    }

    @Override
    public URI attributionUrl() {
        return URI.create("https://www.themoviedb.org");
    }

    @Override
    public Optional<URI> attributionLogoUrl() {
        return Optional.of(LOGO);
    }

    @Override
    public boolean configured() {
        return config.enabled()
                && (config.token().isPresent() || config.apiKey().isPresent());
    }

    @Override
    public SourceLimits limits() {
        return config;
    }

    @Override
    public String facet(SearchCategory category) {
        return switch (category) {
            case MOVIE, TV, BOLLYWOOD -> category.wire();
            default -> "";
        };
    }

    @Override
    public Uni<List<FoundCharacter>> search(SourceQuery query) {
        String language = isDevanagari(query.text()) ? HINDI : config.language();
        return Uni.combine()
                .all()
                .unis(hits(query, language), client.images())
                .asTuple()
                .flatMap(found -> characters(query, language, found.getItem1(), found.getItem2()));
    }

    private Uni<Hits> hits(SourceQuery query, String language) {
        String text = query.text();
        return switch (query.category()) {
            case MOVIE -> titlesAndPeople(text, Medium.MOVIE, language, null);
            case TV -> titlesAndPeople(text, Medium.TV, language, null);
            case BOLLYWOOD ->
                titlesAndPeople(text, Medium.MOVIE, language, INDIA).map(this::bollywood);
            default ->
                client.search("multi", text, language, null)
                        .map(body -> new Hits(titles(body, null), people(body, "person"), null));
        };
    }

    private Uni<Hits> titlesAndPeople(String text, Medium medium, String language, String region) {
        return Uni.combine()
                .all()
                .unis(
                        client.search(medium.wire(), text, language, region),
                        detail(client.search("person", text, language, null)))
                .with((titles, people) ->
                        new Hits(titles(titles, medium), people(people.body(), null), people.failure()));
    }

    /** Without the films in other languages; with the people first who are known for Hindi ones. */
    private Hits bollywood(Hits all) {
        List<JsonNode> people = new ArrayList<>(all.people());
        people.sort(Comparator.comparing(
                person -> titles(person, "known_for", null).stream().noneMatch(this::isBollywood)));
        return new Hits(all.titles().stream().filter(this::isBollywood).toList(), people, all.failure());
    }

    private Uni<List<FoundCharacter>> characters(SourceQuery query, String language, Hits hits, TmdbImages images) {
        String folded = FoldedText.of(query.text());
        List<TmdbTitle> titles = hits.titles().stream()
                .sorted(Comparator.comparingInt(title -> title.distance(folded)))
                .limit(config.titles())
                .toList();
        JsonNode person = bestPerson(hits, folded);
        List<Uni<Detail>> calls = new ArrayList<>();
        titles.forEach(title -> calls.add(detail(client.cast(title, language))));
        if (person != null) {
            calls.add(detail(client.filmography(number(person.path("id")), language)));
        }
        Uni<List<Detail>> details = calls.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Uni.join().all(calls).andFailFast();
        return details.map(looked -> {
            TmdbMapper mapper = new TmdbMapper(query.text(), images);
            // Whom the search has found it knows better than a cast does; so these come first.
            if (person != null) {
                mapper.person(person);
            }
            hits.people().stream().limit(config.people()).forEach(mapper::person);
            for (int i = 0; i < titles.size(); i++) {
                mapper.cast(titles.get(i), looked.get(i).body(), config.cast());
            }
            if (person != null) {
                mapper.filmography(person, looked.get(titles.size()).body(), wanted(query.category()), config.roles());
            }
            List<FoundCharacter> results = mapper.results();
            if (results.isEmpty()) {
                // "Nothing found" would be a lie about what could not be read.
                firstFailure(hits, looked).ifPresent(failure -> {
                    throw failure;
                });
            }
            return results;
        });
    }

    private static Optional<SourceException> firstFailure(Hits hits, List<Detail> details) {
        return Stream.concat(Stream.of(hits.failure()), details.stream().map(Detail::failure))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Uni<Detail> detail(Uni<JsonNode> call) {
        return call.map(body -> new Detail(body, null))
                .onFailure(SourceException.class)
                .recoverWithItem(failure -> new Detail(MissingNode.getInstance(), failure));
    }

    /**
     * The one whose roles are looked at: called like the query, or found by a name that is not shown while no title is
     * called like it. Null where a title is called exactly so, as that is what was meant.
     */
    private JsonNode bestPerson(Hits hits, String folded) {
        int nearest = hits.titles().stream()
                .mapToInt(title -> title.distance(folded))
                .min()
                .orElse(2);
        if (config.roles() == 0 || nearest == 0) {
            return null;
        }
        return hits.people().stream()
                .filter(person -> nearest > 1 || isCalled(person, folded))
                .findFirst()
                .orElse(null);
    }

    private static boolean isCalled(JsonNode person, String folded) {
        for (String field : List.of("name", "original_name")) {
            String name = text(person.path(field));
            if (name != null && TmdbMapper.hasWords(FoldedText.of(name), folded)) {
                return true;
            }
        }
        return false;
    }

    private Predicate<TmdbTitle> wanted(SearchCategory category) {
        return switch (category) {
            case MOVIE -> title -> title.medium() == Medium.MOVIE;
            case TV -> title -> title.medium() == Medium.TV;
            case BOLLYWOOD -> this::isBollywood;
            default -> title -> true;
        };
    }

    private boolean isBollywood(TmdbTitle title) {
        return title.language() != null
                && config.bollywoodLanguages().contains(title.language().toLowerCase(Locale.ROOT));
    }

    private static List<TmdbTitle> titles(JsonNode body, Medium medium) {
        return titles(body, "results", medium);
    }

    private static List<TmdbTitle> titles(JsonNode body, String field, Medium medium) {
        List<TmdbTitle> titles = new ArrayList<>();
        body.path(field).forEach(result -> TmdbTitle.of(result, medium).ifPresent(titles::add));
        return titles;
    }

    /** @param mediaType what tells people from other results, or null where there are no others */
    private static List<JsonNode> people(JsonNode body, String mediaType) {
        List<JsonNode> people = new ArrayList<>();
        for (JsonNode result : body.path("results")) {
            if (number(result.path("id")) != null
                    && !result.path("adult").asBoolean(false)
                    && (mediaType == null || mediaType.equals(text(result.path("media_type"))))) {
                people.add(result);
            }
        }
        return people;
    }

    private static boolean isDevanagari(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.DEVANAGARI);
    }
}
