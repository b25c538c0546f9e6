package io.dramatis.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * MangaDex's search, title and chapter list, strict about parameters and careless about shapes as the real one: a map
 * without entries, or with entries 0 to n, comes as an array; links are a map, null, an array or absent; half of the
 * titles have no English name.
 */
final class MangaDexSimulation implements SimulatedSource {

    private static final int MAX_LIMIT = 100;
    private static final Pattern TITLE = Pattern.compile("/manga/([0-9a-f-]{36})");
    private static final Pattern CHAPTERS = Pattern.compile("/manga/([0-9a-f-]{36})/aggregate");
    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z-]{2,5}");
    private static final Set<String> RATINGS = Set.of("safe", "suggestive", "erotica", "pornographic");
    /** What is shown of these unless the request says otherwise. */
    private static final Set<String> USUAL_RATINGS = Set.of("safe", "suggestive", "erotica");

    private static final Set<String> INCLUDES = Set.of("manga", "cover_art", "author", "artist", "tag", "creator");
    private static final Set<String> ORDERS = Set.of(
            "order[title]",
            "order[year]",
            "order[createdAt]",
            "order[updatedAt]",
            "order[latestUploadedChapter]",
            "order[followedCount]",
            "order[relevance]",
            "order[rating]");

    private final List<JsonNode> titles = World.load("mangadex");

    @Override
    public String id() {
        return "mangadex";
    }

    @Override
    public Answer answer(HttpServerRequest request, String path, Buffer body, String baseUrl) {
        if (request.getHeader("Via") != null) {
            return failure(403, "access_denied_http_exception", "Non-transparent proxies are not allowed.");
        }
        String agent = request.getHeader("User-Agent");
        if (agent == null || agent.isBlank()) {
            return failure(403, "access_denied_http_exception", "A User-Agent is required.");
        }
        if (!request.method().equals(HttpMethod.GET)) {
            return failure(405, "method_not_allowed_http_exception", "Method not allowed.");
        }
        if (path.equals("/manga")) {
            return search(request.params());
        }
        Matcher title = TITLE.matcher(path);
        if (title.matches()) {
            return find(title.group(1))
                    .map(found -> one(found, request.params()))
                    .orElseGet(this::missing);
        }
        Matcher chapters = CHAPTERS.matcher(path);
        if (chapters.matches()) {
            return find(chapters.group(1))
                    .map(found -> aggregate(found, request.params()))
                    .orElseGet(this::missing);
        }
        return missing();
    }

    @Override
    public Answer error(int status, String message) {
        return failure(status, status == 429 ? "too_many_requests_http_exception" : "http_exception", message);
    }

    @Override
    public Map<String, String> headersWhenLimited(Instant reset) {
        return Map.of(
                "X-RateLimit-Limit", "5",
                "X-RateLimit-Remaining", "0",
                "X-RateLimit-Retry-After", String.valueOf(reset.getEpochSecond()));
    }

    private Answer missing() {
        return failure(404, "not_found_http_exception", "Not found.");
    }

    private static Answer failure(int status, String title, String detail) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("id", uuid(title));
        error.put("status", status);
        error.put("title", title);
        error.put("detail", detail);
        error.put("context", null);
        return Answer.json(status, Map.of("result", "error", "errors", List.of(error)));
    }

    private static Answer invalid(String parameter, String message) {
        return failure(400, "validation_exception", "Error validating /" + parameter + ": " + message);
    }

    private Optional<JsonNode> find(String id) {
        return titles.stream()
                .filter(title -> title.path("id").asText().equals(id))
                .findFirst();
    }

    private Answer search(MultiMap parameters) {
        for (String name : parameters.names()) {
            List<String> values = parameters.getAll(name);
            String refused =
                    switch (name) {
                        case "title" -> null;
                        case "limit" -> number(values.get(0), MAX_LIMIT);
                        case "offset" -> number(values.get(0), 10_000);
                        case "includes[]" -> oneOf(values, INCLUDES);
                        case "contentRating[]" -> oneOf(values, RATINGS);
                        case "ids[]" -> null;
                        default ->
                            ORDERS.contains(name)
                                    ? oneOf(values, Set.of("asc", "desc"))
                                    : "The property " + name
                                            + " is not defined and the definition does not allow additional properties";
                    };
            if (refused != null) {
                return invalid(name.replaceAll("\\[.*", ""), refused);
            }
        }
        String wanted = parameters.get("title");
        Set<String> ratings = parameters.contains("contentRating[]")
                ? Set.copyOf(parameters.getAll("contentRating[]"))
                : USUAL_RATINGS;
        int limit =
                Integer.parseInt(Optional.ofNullable(parameters.get("limit")).orElse("10"));
        int offset =
                Integer.parseInt(Optional.ofNullable(parameters.get("offset")).orElse("0"));
        List<String> ids = parameters.getAll("ids[]");
        List<JsonNode> hits = titles.stream()
                .filter(title -> ratings.contains(title.path("contentRating").asText()))
                .filter(title -> ids.isEmpty() || ids.contains(title.path("id").asText()))
                .filter(title -> wanted == null || wanted.isBlank() || World.matches(wanted, names(title)))
                .toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("result", "ok");
        answer.put("response", "collection");
        answer.put(
                "data",
                hits.stream()
                        .skip(offset)
                        .limit(limit)
                        .map(title -> entity(title, parameters.getAll("includes[]")))
                        .toList());
        answer.put("limit", limit);
        answer.put("offset", offset);
        answer.put("total", hits.size());
        return Answer.json(200, answer);
    }

    private static String number(String text, int max) {
        return text.matches("\\d{1,5}") && Integer.parseInt(text) <= max
                ? null
                : "The data must be an integer of at most " + max;
    }

    private static String oneOf(List<String> values, Set<String> allowed) {
        return allowed.containsAll(values) ? null : "Does not have a value in the enumeration " + allowed;
    }

    private static List<String> names(JsonNode title) {
        List<String> names = new ArrayList<>();
        title.path("title").forEach(name -> names.add(name.asText()));
        title.path("altTitles").forEach(alternative -> alternative.forEach(name -> names.add(name.asText())));
        return names;
    }

    private static Answer one(JsonNode title, MultiMap parameters) {
        String refused = oneOf(parameters.getAll("includes[]"), INCLUDES);
        if (refused != null) {
            return invalid("includes", refused);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("result", "ok");
        answer.put("response", "entity");
        answer.put("data", entity(title, parameters.getAll("includes[]")));
        return Answer.json(200, answer);
    }

    private static Map<String, Object> entity(JsonNode title, List<String> includes) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (String copied : List.of(
                "title",
                "altTitles",
                "description",
                "links",
                "originalLanguage",
                "lastVolume",
                "lastChapter",
                "publicationDemographic",
                "status",
                "year",
                "contentRating",
                "chapterNumbersResetOnNewVolume")) {
            if (title.has(copied)) {
                attributes.put(copied, title.get(copied));
            }
        }
        attributes.put("isLocked", false);
        attributes.put("state", "published");
        attributes.put("version", 3);
        attributes.put("createdAt", "2019-03-04T12:21:59+00:00");
        attributes.put("updatedAt", "2026-09-01T01:41:48+00:00");
        attributes.put("availableTranslatedLanguages", title.path("chapters").isEmpty() ? List.of() : List.of("en"));
        List<Map<String, Object>> tags = new ArrayList<>();
        title.path("tags").forEach(tag -> tags.add(tag(tag.asText())));
        attributes.put("tags", tags);
        return entity(title.path("id").asText(), "manga", attributes, relationships(title, includes));
    }

    private static Map<String, Object> tag(String name) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("name", Map.of("en", name));
        attributes.put("description", List.of());
        attributes.put("group", "genre");
        attributes.put("version", 1);
        return entity(uuid("tag " + name), "tag", attributes, List.of());
    }

    private static Map<String, Object> entity(
            String id, String type, Map<String, Object> attributes, List<Map<String, Object>> relationships) {
        Map<String, Object> entity = new LinkedHashMap<>();
        entity.put("id", id);
        entity.put("type", type);
        entity.put("attributes", attributes);
        entity.put("relationships", relationships);
        return entity;
    }

    private static List<Map<String, Object>> relationships(JsonNode title, List<String> includes) {
        List<Map<String, Object>> all = new ArrayList<>();
        title.path("authors").forEach(person -> all.add(person(person, "author", includes)));
        title.path("artists").forEach(person -> all.add(person(person, "artist", includes)));
        if (title.path("orphanAuthor").asBoolean(false)) {
            // One whose page is gone: never more than the id.
            all.add(related(uuid("gone " + title.path("id")), "author", null));
        }
        if (title.hasNonNull("cover")) {
            Map<String, Object> cover = new LinkedHashMap<>();
            cover.put("description", "");
            cover.put("volume", null);
            cover.put("fileName", title.path("cover").asText());
            cover.put("locale", "ja");
            cover.put("version", 1);
            all.add(related(
                    uuid("cover " + title.path("id")), "cover_art", includes.contains("cover_art") ? cover : null));
        }
        return all;
    }

    private static Map<String, Object> person(JsonNode person, String role, List<String> includes) {
        Map<String, Object> attributes = null;
        if (includes.contains(role)) {
            attributes = new LinkedHashMap<>();
            attributes.put("name", person.path("name").asText());
            attributes.put("imageUrl", null);
            attributes.put("biography", List.of());
            attributes.put("twitter", null);
            attributes.put("version", 1);
        }
        return related(person.path("id").asText(), role, attributes);
    }

    /** A relationship carries attributes only where the request includes its type. */
    private static Map<String, Object> related(String id, String type, Map<String, Object> attributes) {
        Map<String, Object> related = new LinkedHashMap<>();
        related.put("id", id);
        related.put("type", type);
        if (attributes != null) {
            related.put("attributes", attributes);
        }
        return related;
    }

    private static Answer aggregate(JsonNode title, MultiMap parameters) {
        for (String name : parameters.names()) {
            if (!name.equals("translatedLanguage[]") && !name.equals("groups[]")) {
                return invalid(name, "The property is not defined");
            }
        }
        List<String> languages = parameters.getAll("translatedLanguage[]");
        if (languages.stream().anyMatch(language -> !LANGUAGE.matcher(language).matches())) {
            return invalid("translatedLanguage", "The string should match pattern: " + LANGUAGE);
        }
        Map<String, Object> volumes = new LinkedHashMap<>();
        if (languages.isEmpty() || languages.contains("en")) {
            for (JsonNode volume : title.path("chapters")) {
                String number = volume.path(0).asText();
                Map<String, Object> chapters = chapters(volume.path(1));
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("volume", number);
                entry.put("count", chapters.size());
                entry.put("chapters", mapOrList(chapters));
                volumes.put(number, entry);
            }
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("result", "ok");
        answer.put("volumes", mapOrList(volumes));
        return Answer.json(200, answer);
    }

    /** @param numbers single ones and ranges, as {@code "1-7"} */
    private static Map<String, Object> chapters(JsonNode numbers) {
        Map<String, Object> chapters = new LinkedHashMap<>();
        for (JsonNode given : numbers) {
            String[] ends = given.asText().split("-", 2);
            if (ends.length == 1) {
                chapters.put(ends[0], chapter(ends[0]));
            } else {
                for (int number = Integer.parseInt(ends[0]); number <= Integer.parseInt(ends[1]); number++) {
                    chapters.put(String.valueOf(number), chapter(String.valueOf(number)));
                }
            }
        }
        return chapters;
    }

    private static Map<String, Object> chapter(String number) {
        return Map.of("chapter", number, "id", uuid("chapter " + number), "others", List.of(), "count", 1);
    }

    /** Its language knows one kind of array; one whose keys are 0 to n, or that has none, is written as a list. */
    private static Object mapOrList(Map<String, Object> map) {
        int expected = 0;
        for (String key : map.keySet()) {
            if (!key.equals(String.valueOf(expected++))) {
                return map;
            }
        }
        return List.copyOf(map.values());
    }

    private static String uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
