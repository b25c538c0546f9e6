package io.dramatis.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Open Library's search of works and of authors, their records, and the covers, which the real one serves from another
 * host. Only the key of a result is sure to be there; what the records hold is of changing types.
 */
final class OpenLibrarySimulation implements SimulatedSource {

    private static final int SHORTEST_QUERY = 3;
    private static final Set<String> BLOCKED_QUERIES = Set.of("the");
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000;
    /** Without {@code fields}; who wants the persons has to ask for them. */
    private static final Set<String> DEFAULT_FIELDS =
            Set.of("author_key", "author_name", "cover_i", "edition_count", "first_publish_year", "key", "title");

    private static final Pattern RECORD = Pattern.compile("/(works|authors)/(OL\\d+[WA])\\.json");
    private static final Pattern COVER = Pattern.compile("/(?:b/id/(-?\\d{1,12})|a/olid/(OL\\d+A))-([SML])\\.jpg");
    /** Such as no double can hold. */
    private static final long SOLR_VERSION = 1_795_689_590_895_804_425L;

    private static final Buffer BLANK_IMAGE =
            Buffer.buffer(Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"));

    private final Map<String, JsonNode> works = byKey("works");
    private final Map<String, JsonNode> authors = byKey("authors");

    private static Map<String, JsonNode> byKey(String kind) {
        Map<String, JsonNode> records = new LinkedHashMap<>();
        World.read("openlibrary")
                .path(kind)
                .forEach(entry -> records.put(entry.path("key").asText(), entry));
        return records;
    }

    @Override
    public String id() {
        return "openlibrary";
    }

    @Override
    public Answer answer(HttpServerRequest request, String path, Buffer body, String baseUrl) {
        Matcher record = RECORD.matcher(path);
        if (record.matches()) {
            return record(record.group(1), record.group(2));
        }
        Matcher cover = COVER.matcher(path);
        if (cover.matches()) {
            return cover(cover, "false".equals(request.getParam("default")), baseUrl);
        }
        return switch (path) {
            case "/search.json" -> searchWorks(request);
            case "/search/authors.json" -> searchAuthors(request);
            default -> new Answer(404, "text/html; charset=utf-8", Buffer.buffer("<!DOCTYPE html><title>404</title>"));
        };
    }

    @Override
    public Answer error(int status, String message) {
        return Answer.json(status, Map.of("error", message));
    }

    private Answer searchWorks(HttpServerRequest request) {
        String q = request.getParam("q", "");
        if (!q.isEmpty() && q.codePointCount(0, q.length()) < SHORTEST_QUERY) {
            return unprocessable("q", q, "value_error", "Value error, Query too short, must be at least 3 characters");
        }
        if (BLOCKED_QUERIES.contains(q.toLowerCase(Locale.ROOT))) {
            return unprocessable(
                    "q", q, "value_error", "Value error, Invalid query; the following queries are not allowed: the");
        }
        return page(request, q.isBlank() ? List.of() : works(q, request.getParam("fields")), found -> {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("num_found", found);
            result.put("documentation_url", "https://openlibrary.org/dev/docs/api/search");
            result.put("q", q);
            result.put("offset", null);
            return result;
        });
    }

    private Answer searchAuthors(HttpServerRequest request) {
        String q = request.getParam("q", "");
        return page(request, q.isBlank() ? List.of() : authors(q), found -> Map.of());
    }

    private static Answer page(
            HttpServerRequest request, List<Map<String, Object>> found, IntFunction<Map<String, Object>> more) {
        String limit = request.getParam("limit", String.valueOf(DEFAULT_LIMIT));
        if (!limit.matches("\\d{1,6}")) {
            return unprocessable(
                    "limit",
                    limit,
                    "int_parsing",
                    "Input should be a valid integer, unable to parse string as an integer");
        }
        int shown = Math.min(Math.min(MAX_LIMIT, Integer.parseInt(limit)), found.size());
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("numFound", found.size());
        result.put("start", 0);
        result.put("numFoundExact", true);
        result.putAll(more.apply(found.size()));
        result.put("docs", found.subList(0, shown));
        return Answer.json(200, result);
    }

    private static Answer unprocessable(String parameter, String input, String type, String message) {
        return Answer.json(
                422,
                Map.of(
                        "detail",
                        List.of(Map.of(
                                "type", type, "loc", List.of("query", parameter), "msg", message, "input", input))));
    }

    private List<Map<String, Object>> works(String q, String asked) {
        Set<String> fields = asked == null
                ? DEFAULT_FIELDS
                : Arrays.stream(asked.split(",")).map(String::strip).collect(Collectors.toSet());
        return works.values().stream()
                .filter(work -> !work.has("location"))
                .filter(work -> World.matches(q, textsOf(work)))
                .sorted(Comparator.comparing(
                        work -> !World.matches(q, List.of(work.path("title").asText()))))
                .map(this::document)
                .map(document -> {
                    if (!fields.contains("*")) {
                        document.keySet().retainAll(fields);
                    }
                    return document;
                })
                .toList();
    }

    private List<String> textsOf(JsonNode work) {
        List<String> texts = new ArrayList<>();
        texts.add(work.path("title").asText(""));
        work.path("alternative_title").forEach(title -> texts.add(title.asText()));
        work.path("person").forEach(person -> texts.add(person.asText("")));
        work.path("subject").forEach(subject -> texts.add(subject.asText("")));
        work.path("author").forEach(key -> texts.addAll(namesOf(authors.get(key.asText()))));
        return texts;
    }

    private static List<String> namesOf(JsonNode author) {
        List<String> names = new ArrayList<>();
        names.add(author.path("name").asText());
        author.path("alternate_names").forEach(name -> names.add(name.asText()));
        return names;
    }

    /** A work as the search index holds it; what is unknown is absent. */
    private Map<String, Object> document(JsonNode work) {
        Map<String, Object> document = new LinkedHashMap<>();
        List<String> authorKeys = texts(work.path("author"));
        if (!authorKeys.isEmpty()) {
            document.put("author_key", authorKeys);
            document.put(
                    "author_name",
                    authorKeys.stream()
                            .map(key -> authors.get(key).path("name").asText())
                            .toList());
        }
        if (work.has("cover")) {
            document.put("cover_i", work.get("cover").asLong());
        }
        document.put("edition_count", work.path("editions").asInt(1));
        if (work.has("year")) {
            document.put("first_publish_year", work.get("year").asInt());
        }
        document.put("has_fulltext", false);
        document.put("key", "/works/" + work.path("key").asText());
        if (work.has("person")) {
            document.put("person", work.get("person"));
        }
        if (work.has("subject")) {
            document.put("subject", work.get("subject"));
        }
        if (work.has("title")) {
            document.put("title", work.get("title"));
        }
        document.put("type", "work");
        document.put("_version_", SOLR_VERSION + document.hashCode());
        return document;
    }

    private List<Map<String, Object>> authors(String q) {
        return authors.values().stream()
                .filter(author -> World.matches(q, namesOf(author)))
                .map(author -> {
                    Map<String, Object> document = new LinkedHashMap<>();
                    document.put("key", author.path("key").asText());
                    document.put("type", "author");
                    for (String field : List.of(
                            "name",
                            "alternate_names",
                            "birth_date",
                            "death_date",
                            "top_work",
                            "work_count",
                            "top_subjects")) {
                        if (author.has(field)) {
                            document.put(field, author.get(field));
                        }
                    }
                    document.put("_version_", SOLR_VERSION + document.hashCode());
                    return document;
                })
                .toList();
    }

    /** A record as its editors left it. A merged one only says where its content has gone. */
    private Answer record(String kind, String key) {
        JsonNode source = (kind.equals("works") ? works : authors).get(key);
        String path = "/" + kind + "/" + key;
        if (source == null) {
            return Answer.json(404, Map.of("error", "notfound", "key", path));
        }
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("key", path);
        if (source.has("location")) {
            record.put("type", Map.of("key", "/type/redirect"));
            record.put("location", "/" + kind + "/" + source.get("location").asText());
        } else if (kind.equals("works")) {
            record.put("type", Map.of("key", "/type/work"));
            copy(source, record, "title", "description", "covers");
            if (source.has("subject")) {
                record.put("subjects", source.get("subject"));
            }
            record.put(
                    "authors",
                    texts(source.path("author")).stream()
                            .map(author -> Map.of(
                                    "type", Map.of("key", "/type/author_role"),
                                    "author", Map.of("key", "/authors/" + author)))
                            .toList());
        } else {
            record.put("type", Map.of("key", "/type/author"));
            copy(source, record, "name", "alternate_names", "bio", "birth_date", "death_date", "photos", "remote_ids");
        }
        record.put("latest_revision", 7);
        record.put("revision", 7);
        record.put("created", Map.of("type", "/type/datetime", "value", "2009-10-15T02:11:44.117206"));
        record.put("last_modified", Map.of("type", "/type/datetime", "value", "2026-05-02T08:15:23.684271"));
        return Answer.json(200, record);
    }

    /** Covers lie in archives elsewhere; for an unknown one there is a blank image, or a 404 for those who ask so. */
    private Answer cover(Matcher cover, boolean noDefault, String baseUrl) {
        String image = cover.group(1) == null ? cover.group(2) : cover.group(1);
        boolean known = cover.group(1) == null
                ? authors.containsKey(image)
                        && authors.get(image).path("photos").path(0).asLong() > 0
                : Long.parseLong(image) > 0
                        && works.values().stream()
                                .anyMatch(work -> work.path("cover").asText().equals(image));
        if (known) {
            return Answer.redirect(302, baseUrl + "/images/openlibrary/" + image + "-" + cover.group(3) + ".jpg");
        }
        return noDefault
                ? new Answer(404, "text/html; charset=utf-8", Buffer.buffer("not found"))
                : new Answer(200, "image/gif", BLANK_IMAGE);
    }

    private static void copy(JsonNode source, Map<String, Object> record, String... fields) {
        for (String field : fields) {
            if (source.has(field)) {
                record.put(field, source.get(field));
            }
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
