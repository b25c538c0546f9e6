package io.dramatis.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * TMDB's version 3: searches, credits and the configuration, behind a key, with the surprises of the real one: roles
 * that are absent, empty, "Self", "(voice)" or two in one, people without a picture, titles without a date, collections
 * in {@code multi}, and pages that end at 500.
 */
final class TmdbSimulation implements SimulatedSource {

    /** The credential that the simulator refuses, as a key that was withdrawn. */
    static final String INVALID_KEY = "invalid";

    private static final Pattern CREDITS =
            Pattern.compile("/3/(movie|tv|person)/(\\d{1,18})/(credits|aggregate_credits|combined_credits)");
    private static final int PAGE_SIZE = 20;
    private static final int LAST_PAGE = 500;

    private final List<JsonNode> people = new ArrayList<>();
    private final List<JsonNode> titles = new ArrayList<>();
    private final List<JsonNode> collections = new ArrayList<>();

    TmdbSimulation() {
        JsonNode data = World.read("tmdb");
        data.path("people").forEach(people::add);
        data.path("titles").forEach(titles::add);
        data.path("collections").forEach(collections::add);
    }

    @Override
    public String id() {
        return "tmdb";
    }

    @Override
    public Answer answer(HttpServerRequest request, String path, Buffer body, String baseUrl) {
        if (!authorised(request)) {
            return failure(401, 7, "Invalid API key: You must be granted a valid key.");
        }
        boolean hindi = request.getParam("language", "en-US").startsWith("hi");
        Matcher credits = CREDITS.matcher(path);
        if (credits.matches()) {
            return credits(credits.group(1), credits.group(2), credits.group(3), hindi);
        }
        return switch (path) {
            case "/3/configuration" -> Answer.json(200, configuration(baseUrl));
            case "/3/search/movie", "/3/search/tv", "/3/search/person", "/3/search/multi" ->
                search(path.substring("/3/search/".length()), request, hindi);
            default -> error(404, "The resource you requested could not be found.");
        };
    }

    @Override
    public Answer error(int status, String message) {
        int code =
                switch (status) {
                    case 400 -> 22;
                    case 401 -> 7;
                    case 404 -> 34;
                    case 429 -> 25;
                    case 503 -> 9;
                    default -> 11;
                };
        return failure(status, code, message);
    }

    private static Answer failure(int status, int code, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status_code", code);
        body.put("status_message", message);
        body.put("success", false);
        return Answer.json(status, body);
    }

    private static boolean authorised(HttpServerRequest request) {
        String header = request.getHeader("Authorization");
        String credential = header != null && header.startsWith("Bearer ")
                ? header.substring("Bearer ".length())
                : request.getParam("api_key");
        return credential != null && !credential.isBlank() && !credential.equals(INVALID_KEY);
    }

    private static Map<String, Object> configuration(String baseUrl) {
        Map<String, Object> images = new LinkedHashMap<>();
        images.put("base_url", baseUrl + "/images/tmdb/");
        images.put("secure_base_url", baseUrl + "/images/tmdb/");
        images.put("backdrop_sizes", List.of("w300", "w780", "w1280", "original"));
        images.put("poster_sizes", List.of("w92", "w154", "w185", "w342", "w500", "w780", "original"));
        images.put("profile_sizes", List.of("w45", "w185", "h632", "original"));
        return Map.of("images", images, "change_keys", List.of("adult", "cast", "character_names"));
    }

    private Answer search(String kind, HttpServerRequest request, boolean hindi) {
        int page;
        try {
            page = Integer.parseInt(request.getParam("page", "1"));
        } catch (NumberFormatException e) {
            page = 0;
        }
        if (page < 1 || page > LAST_PAGE) {
            return error(400, "Invalid page: Pages start at 1 and max at 500. They are expected to be an integer.");
        }
        String query = request.getParam("query", "");
        List<Map<String, Object>> hits = query.isBlank() ? List.of() : hits(kind, query, hindi);
        int from = Math.min(hits.size(), (page - 1) * PAGE_SIZE);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("page", page);
        body.put("results", hits.subList(from, Math.min(hits.size(), from + PAGE_SIZE)));
        body.put("total_pages", Math.max(1, (hits.size() + PAGE_SIZE - 1) / PAGE_SIZE));
        body.put("total_results", hits.size());
        return Answer.json(200, body);
    }

    private List<Map<String, Object>> hits(String kind, String query, boolean hindi) {
        boolean all = kind.equals("multi");
        List<Map<String, Object>> hits = new ArrayList<>();
        if (!kind.equals("person")) {
            titles.stream()
                    .filter(title -> all || kind.equals(title.path("type").asText()))
                    .filter(title -> World.matches(query, titlesOf(title)))
                    .forEach(title -> hits.add(
                            typed(title(title, hindi), all ? title.path("type").asText() : null)));
        }
        if (all) {
            collections.stream()
                    .filter(collection ->
                            World.matches(query, List.of(collection.path("name").asText())))
                    .forEach(collection -> hits.add(typed(collection(collection), "collection")));
        }
        if (all || kind.equals("person")) {
            people.stream()
                    .filter(person -> World.matches(query, namesOf(person)))
                    .forEach(person -> hits.add(typed(found(person, hindi), all ? "person" : null)));
        }
        hits.sort(Comparator.comparing((Map<String, Object> hit) ->
                        !query.equalsIgnoreCase(String.valueOf(hit.getOrDefault("title", hit.get("name")))))
                .thenComparing(hit -> -((Number) hit.get("popularity")).doubleValue()));
        return hits;
    }

    private static Map<String, Object> typed(Map<String, Object> hit, String mediaType) {
        if (mediaType != null) {
            hit.put("media_type", mediaType);
        }
        return hit;
    }

    private Answer credits(String kind, String id, String list, boolean hindi) {
        if (kind.equals("person") && list.equals("combined_credits")) {
            return find(people, id)
                    .map(person -> Answer.json(200, roles(person, hindi)))
                    .orElseGet(() -> error(404, "The resource you requested could not be found."));
        }
        String expected = kind.equals("movie") ? "credits" : "aggregate_credits";
        return find(titles, id)
                .filter(title -> kind.equals(title.path("type").asText()) && list.equals(expected))
                .map(title -> Answer.json(200, cast(title, hindi)))
                .orElseGet(() -> error(404, "The resource you requested could not be found."));
    }

    private static Optional<JsonNode> find(List<JsonNode> all, String id) {
        return all.stream().filter(one -> one.path("id").asText().equals(id)).findFirst();
    }

    private Map<String, Object> cast(JsonNode title, boolean hindi) {
        List<Map<String, Object>> cast = new ArrayList<>();
        for (int order = 0; order < title.path("cast").size(); order++) {
            JsonNode entry = title.path("cast").get(order);
            Map<String, Object> member =
                    person(find(people, entry.path(0).asText()).orElseThrow(), hindi);
            if (entry.path(1).isArray()) {
                List<Map<String, Object>> roles = new ArrayList<>();
                int episodes = 0;
                for (JsonNode role : entry.path(1)) {
                    roles.add(Map.of(
                            "credit_id", creditId(title, order, roles.size()),
                            "character", role.path(0).asText(),
                            "episode_count", role.path(1).asInt()));
                    episodes += role.path(1).asInt();
                }
                member.put("roles", roles);
                member.put("total_episode_count", episodes);
            } else {
                member.put("cast_id", order + 1);
                // An unnamed role is now an empty text, now no field at all.
                if (!entry.path(1).isNull()) {
                    member.put("character", entry.path(1).asText());
                }
                member.put("credit_id", creditId(title, order, 0));
            }
            member.put("order", order);
            cast.add(member);
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", title.path("id").asInt());
        body.put("cast", cast);
        body.put("crew", List.of());
        return body;
    }

    private Map<String, Object> roles(JsonNode person, boolean hindi) {
        int id = person.path("id").asInt();
        List<Map<String, Object>> cast = titles.stream()
                .flatMap(title -> IntStream.range(0, title.path("cast").size())
                        .filter(order -> title.path("cast").path(order).path(0).asInt() == id)
                        .boxed()
                        .flatMap(order -> rolesIn(title, order, hindi)))
                .toList();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("cast", cast);
        body.put("crew", List.of());
        body.put("id", id);
        return body;
    }

    private Stream<Map<String, Object>> rolesIn(JsonNode title, int order, boolean hindi) {
        JsonNode played = title.path("cast").path(order).path(1);
        int count = played.isArray() ? played.size() : 1;
        return IntStream.range(0, count).mapToObj(number -> {
            Map<String, Object> role = title(title, hindi);
            JsonNode character = played.isArray() ? played.path(number).path(0) : played;
            if (!character.isNull()) {
                role.put("character", character.asText());
            }
            role.put("credit_id", creditId(title, order, number));
            if (played.isArray()) {
                role.put("episode_count", played.path(number).path(1).asInt());
            } else {
                role.put("order", order);
            }
            role.put("media_type", title.path("type").asText());
            return role;
        });
    }

    private static String creditId(JsonNode title, int order, int role) {
        return String.format(Locale.ROOT, "52fe%010x%05x%05x", title.path("id").asInt(), order, role);
    }

    private Map<String, Object> title(JsonNode title, boolean hindi) {
        boolean movie = title.path("type").asText().equals("movie");
        JsonNode translated = hindi ? title.path("hi") : title.path("en");
        String name = title.path("title").asText();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("adult", false);
        map.put("backdrop_path", null);
        map.put("genre_ids", numbers(title.path("genre_ids")));
        map.put("id", title.path("id").asInt());
        map.put("original_language", title.path("original_language").asText());
        map.put(
                movie ? "original_title" : "original_name",
                title.path("original_title").asText(name));
        // A translation without a text of its own is an empty one.
        map.put(
                "overview",
                translated.path("overview").asText(title.path("overview").asText()));
        map.put("popularity", title.path("popularity").numberValue());
        map.put("poster_path", "/t" + title.path("id").asInt() + ".jpg");
        map.put(movie ? "release_date" : "first_air_date", title.path("date").asText());
        map.put(movie ? "title" : "name", translated.path("title").asText(name));
        if (movie) {
            map.put("video", false);
        } else {
            map.put("origin_country", texts(title.path("origin_country")));
        }
        map.put("vote_average", title.path("vote_average").numberValue());
        map.put("vote_count", title.path("id").asInt() % 5000);
        return map;
    }

    private static Map<String, Object> collection(JsonNode collection) {
        String name = collection.path("name").asText();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("adult", false);
        map.put("backdrop_path", null);
        map.put("id", collection.path("id").asInt());
        map.put("name", name);
        map.put("original_language", "en");
        map.put("original_name", name);
        map.put("overview", collection.path("overview").asText());
        map.put("popularity", 5.0);
        map.put("poster_path", null);
        return map;
    }

    private static Map<String, Object> person(JsonNode person, boolean hindi) {
        String name = person.path("name").asText();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("adult", false);
        map.put("gender", person.path("gender").asInt());
        map.put("id", person.path("id").asInt());
        map.put("known_for_department", person.path("department").asText());
        map.put("name", hindi ? person.path("hi").asText(name) : name);
        map.put(
                "original_name",
                person.has("original_name") ? person.path("original_name").textValue() : name);
        map.put("popularity", person.path("popularity").numberValue());
        boolean pictured = person.path("profile").asBoolean(true);
        map.put("profile_path", pictured ? "/p" + person.path("id").asInt() + ".jpg" : null);
        return map;
    }

    private Map<String, Object> found(JsonNode person, boolean hindi) {
        Map<String, Object> map = person(person, hindi);
        int id = person.path("id").asInt();
        map.put(
                "known_for",
                titles.stream()
                        .filter(title -> IntStream.range(0, title.path("cast").size())
                                .anyMatch(
                                        i -> title.path("cast").path(i).path(0).asInt() == id))
                        .limit(3)
                        .map(title ->
                                typed(title(title, hindi), title.path("type").asText()))
                        .toList());
        return map;
    }

    private static List<String> titlesOf(JsonNode title) {
        List<String> names = new ArrayList<>(texts(title.path("also")));
        names.add(title.path("title").asText());
        names.add(title.path("original_title").asText(""));
        names.add(title.path("hi").path("title").asText(""));
        return names;
    }

    private static List<String> namesOf(JsonNode person) {
        List<String> names = new ArrayList<>(texts(person.path("also")));
        names.add(person.path("name").asText());
        names.add(person.path("original_name").asText(""));
        names.add(person.path("hi").asText(""));
        return names;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    private static List<Number> numbers(JsonNode array) {
        List<Number> numbers = new ArrayList<>();
        array.forEach(element -> numbers.add(Objects.requireNonNull(element.numberValue())));
        return numbers;
    }
}
