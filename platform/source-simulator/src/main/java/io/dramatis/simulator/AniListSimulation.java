package io.dramatis.simulator;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.language.Field;
import io.dramatis.simulator.GraphQlProjection.MissingException;
import io.dramatis.simulator.GraphQlProjection.Projected;
import io.dramatis.simulator.GraphQlProjection.QueryException;
import io.dramatis.simulator.GraphQlProjection.Resolver;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * AniList's GraphQL endpoint: {@code Page} with {@code characters} and {@code media}, {@code Media} and
 * {@code Character}, and the surprises that the real one has: markdown with spoilers, null English titles, the
 * placeholder picture, a total that lies, null where a title is still running, adult titles unless asked otherwise.
 */
final class AniListSimulation implements SimulatedSource {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final int MAX_PER_PAGE = 50;
    private static final int MAX_NESTED = 25;

    private static final int DEGRADED_LIMIT = 30;

    private final World world;
    private final AtomicInteger usedInMinute = new AtomicInteger();
    private final AtomicLong minute = new AtomicLong();
    private volatile int perMinute = DEGRADED_LIMIT;

    AniListSimulation(World world) {
        this.world = world;
    }

    @Override
    public String id() {
        return "anilist";
    }

    @Override
    public Answer answer(HttpServerRequest request, String path, Buffer body, String baseUrl) {
        if (!request.method().equals(HttpMethod.POST)) {
            return error(404, "Not Found.");
        }
        Map<String, Object> call;
        try {
            call = JSON.readValue(body.getBytes(), OBJECT);
        } catch (IOException e) {
            return error(400, "Invalid JSON body.");
        }
        if (!(call.get("query") instanceof String query)) {
            return error(400, "No query or mutation provided. Please view https://docs.anilist.co for help.");
        }
        Map<String, Object> variables = new HashMap<>();
        if (call.get("variables") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> variables.put(String.valueOf(name), value));
        }
        try {
            if (request.getHeader("Authorization") != null) {
                // It knows no accounts, so every token is a wrong one.
                return failed(400, "Invalid token", nulls(query), GraphQlProjection.rootFields(query));
            }
            Projected answer = GraphQlProjection.project(query, variables, root(baseUrl));
            return answer.missing().isEmpty()
                    ? Answer.json(200, Map.of("data", answer.data())).withHeaders(limitHeaders())
                    : failed(404, "Not Found.", answer.data(), answer.missing());
        } catch (QueryException e) {
            return error(400, e.getMessage());
        }
    }

    @Override
    public void grant(int callsAMinute) {
        perMinute = callsAMinute;
    }

    @Override
    public Map<String, String> headersWhenLimited(Instant reset) {
        return Map.of(
                "X-RateLimit-Limit", String.valueOf(perMinute),
                "X-RateLimit-Remaining", "0",
                "X-RateLimit-Reset", String.valueOf(reset.getEpochSecond()));
    }

    /** Told on every good answer; that the calls are used up is a {@link Fault}'s to enforce. */
    private Map<String, String> limitHeaders() {
        long now = System.currentTimeMillis() / 60_000;
        if (minute.getAndSet(now) != now) {
            usedInMinute.set(0);
        }
        int left = Math.max(0, perMinute - usedInMinute.incrementAndGet());
        return Map.of("X-RateLimit-Limit", String.valueOf(perMinute), "X-RateLimit-Remaining", String.valueOf(left));
    }

    @Override
    public Answer error(int status, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("errors", List.of(Map.of("message", message, "status", status)));
        body.put("data", null);
        return Answer.json(status, body);
    }

    /** A failure that names the fields it concerns, as the real service does beside their nulls. */
    private static Answer failed(int status, String message, Map<String, Object> data, List<Field> fields) {
        List<Map<String, Integer>> locations = fields.stream()
                .map(Field::getSourceLocation)
                .map(at -> Map.of("line", at.getLine(), "column", at.getColumn()))
                .toList();
        return Answer.json(
                status,
                Map.of(
                        "errors",
                        List.of(Map.of("message", message, "status", status, "locations", locations)),
                        "data",
                        data));
    }

    private static Map<String, Object> nulls(String query) {
        Map<String, Object> data = new LinkedHashMap<>();
        GraphQlProjection.rootFields(query).forEach(field -> data.put(field.getResultKey(), null));
        return data;
    }

    private Map<String, Object> root(String baseUrl) {
        return Map.of(
                "Page",
                (Resolver) page -> page(page, baseUrl),
                "Media",
                (Resolver) by -> media(first(titles(by)), baseUrl),
                "Character",
                (Resolver) by -> character(first(characters(by)), baseUrl));
    }

    private static JsonNode first(List<JsonNode> found) {
        return found.stream().findFirst().orElseThrow(MissingException::new);
    }

    private List<JsonNode> characters(Map<String, Object> by) {
        return search(by, world.characters(), AniListSimulation::namesOf, character -> true);
    }

    private List<JsonNode> titles(Map<String, Object> by) {
        return search(by, world.titles(), AniListSimulation::titlesOf, filter(by));
    }

    private Map<String, Object> page(Map<String, Object> arguments, String baseUrl) {
        int number = Math.max(1, number(arguments, "page", 1));
        int perPage = Math.min(MAX_PER_PAGE, number(arguments, "perPage", MAX_PER_PAGE));
        Map<String, Object> info = new LinkedHashMap<>();
        // Filled by whichever list is asked for; a document asks for the list and reads the info in either order.
        Map<String, Object> page = new LinkedHashMap<>();
        List<Integer> found = new ArrayList<>();
        page.put("characters", (Resolver) by -> {
            List<JsonNode> hits = characters(by);
            found.add(hits.size());
            return slice(hits, number, perPage).stream()
                    .map(character -> character(character, baseUrl))
                    .toList();
        });
        page.put("media", (Resolver) by -> {
            List<JsonNode> hits = titles(by);
            found.add(hits.size());
            return slice(hits, number, perPage).stream()
                    .map(title -> media(title, baseUrl))
                    .toList();
        });
        info.put("currentPage", number);
        info.put("perPage", perPage);
        info.put("total", 5000);
        info.put("lastPage", 5000 / Math.max(1, perPage));
        info.put("hasNextPage", (Resolver) none -> found.stream().anyMatch(size -> size > number * perPage));
        page.put("pageInfo", info);
        return page;
    }

    private Map<String, Object> character(JsonNode character, String baseUrl) {
        Map<String, Object> name = new LinkedHashMap<>();
        name.put("full", text(character, "full"));
        name.put("native", text(character, "native"));
        name.put("userPreferred", text(character, "full"));
        name.put("alternative", texts(character.path("alternative")));
        name.put("alternativeSpoiler", texts(character.path("alternativeSpoiler")));
        int id = character.path("id").asInt();
        String picture = character.path("image").asBoolean(true)
                ? baseUrl + "/images/anilist/character/" + id + ".png"
                : baseUrl + "/images/anilistcdn/character/large/default.jpg";
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", id);
        map.put("name", name);
        map.put("image", Map.of("large", picture, "medium", picture));
        map.put("description", text(character, "description"));
        map.put("gender", text(character, "gender"));
        map.put("age", text(character, "age"));
        map.put("siteUrl", "https://anilist.co/character/" + id);
        map.put("favourites", 1000 - Math.min(999, id % 1000));
        map.put("media", (Resolver) by -> connection(by, appearances(character, by), baseUrl, true));
        return map;
    }

    private Map<String, Object> media(JsonNode title, String baseUrl) {
        Map<String, Object> names = new LinkedHashMap<>();
        names.put("romaji", text(title, "romaji"));
        names.put("english", text(title, "english"));
        names.put("native", text(title, "native"));
        names.put("userPreferred", text(title, "romaji"));
        int id = title.path("id").asInt();
        String cover = baseUrl + "/images/anilist/media/" + id + ".png";
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", id);
        map.put("idMal", integer(title, "idMal"));
        map.put("type", text(title, "type"));
        map.put("format", text(title, "format"));
        map.put("status", (Resolver) by -> status(title, by));
        map.put("title", names);
        map.put("synonyms", texts(title.path("synonyms")));
        map.put("startDate", nullable("year", integer(title, "year")));
        map.put("averageScore", integer(title, "averageScore"));
        map.put("genres", texts(title.path("genres")));
        map.put("description", text(title, "description"));
        map.put("isAdult", title.path("isAdult").asBoolean(false));
        map.put("siteUrl", "https://anilist.co/" + text(title, "type").toLowerCase(Locale.ROOT) + "/" + id);
        map.put("coverImage", Map.of("large", cover, "medium", cover, "extraLarge", cover));
        map.put("episodes", integer(title, "episodes"));
        map.put("chapters", integer(title, "chapters"));
        map.put("volumes", integer(title, "volumes"));
        Integer next = integer(title, "nextAiringEpisode");
        map.put("nextAiringEpisode", next == null ? null : Map.of("episode", next));
        map.put("characters", (Resolver) by -> connection(by, cast(id), baseUrl, false));
        return map;
    }

    /** Only the second version of the statuses knows of a pause. */
    private static String status(JsonNode title, Map<String, Object> by) {
        String status = text(title, "status");
        return "HIATUS".equals(status) && number(by, "version", 1) < 2 ? "RELEASING" : status;
    }

    private static Map<String, Object> nullable(String key, Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(key, value);
        return map;
    }

    private Map<String, Object> connection(
            Map<String, Object> arguments, List<JsonNode> nodes, String baseUrl, boolean ofTitles) {
        int perPage = Math.min(MAX_NESTED, number(arguments, "perPage", MAX_NESTED));
        List<JsonNode> shown = slice(nodes, Math.max(1, number(arguments, "page", 1)), perPage);
        return Map.of(
                "nodes",
                shown.stream()
                        .map(node -> ofTitles ? media(node, baseUrl) : character(node, baseUrl))
                        .toList(),
                "pageInfo",
                Map.of("hasNextPage", nodes.size() > perPage));
    }

    private List<JsonNode> appearances(JsonNode character, Map<String, Object> by) {
        return world.titles().stream()
                .filter(typed(by))
                .filter(title -> {
                    for (JsonNode id : character.path("media")) {
                        if (id.asInt() == title.path("id").asInt()) {
                            return true;
                        }
                    }
                    return false;
                })
                .toList();
    }

    private List<JsonNode> cast(int titleId) {
        return world.characters().stream()
                .filter(character -> {
                    for (JsonNode id : character.path("media")) {
                        if (id.asInt() == titleId) {
                            return true;
                        }
                    }
                    return false;
                })
                .toList();
    }

    private interface Texts {
        List<String> of(JsonNode node);
    }

    private static List<JsonNode> search(
            Map<String, Object> arguments, List<JsonNode> all, Texts texts, Predicate<JsonNode> filter) {
        return all.stream()
                .filter(filter)
                .filter(node ->
                        !(arguments.get("search") instanceof String search) || World.matches(search, texts.of(node)))
                .filter(node -> !(arguments.get("id") instanceof Number id)
                        || node.path("id").asInt() == id.intValue())
                .filter(node -> !(arguments.get("id_in") instanceof List<?> ids)
                        || ids.contains(node.path("id").asInt()))
                .toList();
    }

    private static Predicate<JsonNode> filter(Map<String, Object> arguments) {
        return typed(arguments)
                .and(title -> !(arguments.get("isAdult") instanceof Boolean adult)
                        || title.path("isAdult").asBoolean(false) == adult)
                .and(title -> !(arguments.get("format_in") instanceof List<?> formats)
                        || formats.contains(text(title, "format")))
                .and(title -> !(arguments.get("idMal") instanceof Number idMal)
                        || title.path("idMal").asInt() == idMal.intValue());
    }

    private static Predicate<JsonNode> typed(Map<String, Object> arguments) {
        return title -> !(arguments.get("type") instanceof String type)
                || type.equals(title.path("type").asText());
    }

    private static List<String> namesOf(JsonNode character) {
        List<String> names = new ArrayList<>(texts(character.path("alternative")));
        names.add(character.path("full").asText());
        names.add(character.path("native").asText(""));
        return names;
    }

    private static List<String> titlesOf(JsonNode title) {
        List<String> titles = new ArrayList<>(texts(title.path("synonyms")));
        titles.add(title.path("romaji").asText(""));
        titles.add(title.path("english").asText(""));
        titles.add(title.path("native").asText(""));
        return titles;
    }

    private static <T> List<T> slice(List<T> list, int page, int size) {
        int from = Math.min(list.size(), (page - 1) * size);
        return list.subList(from, Math.min(list.size(), from + size));
    }

    private static int number(Map<String, Object> arguments, String name, int otherwise) {
        return arguments.get(name) instanceof Number number ? number.intValue() : otherwise;
    }

    private static String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }

    private static Integer integer(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asInt() : null;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
