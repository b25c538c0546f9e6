package io.dramatis.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Wikidata's {@code wbsearchentities} and {@code wbgetentities}, and Commons' way from a file's name to its picture.
 * Errors have status 200, empty maps are {@code []}, and what a statement says may be that nobody knows.
 */
final class WikidataSimulation implements SimulatedSource {

    private static final int MAX_IDS = 50;
    private static final Pattern ITEM = Pattern.compile("Q[1-9]\\d{0,9}");
    private static final String FILE_PATH = "/wiki/Special:FilePath/";
    /** The language of names that are the same in all of them. */
    private static final String ANY_LANGUAGE = "mul";

    private static final Set<String> LANGUAGES = Set.of(
            "en", "ru", "uk", "hi", "ja", "ar", "fa", "ko", "zh", "he", "el", "th", "bn", "ta", "de", "fr", "es");
    private static final Set<String> FILES = Set.of("P18");
    private static final Set<String> TIMES = Set.of("P569", "P570");

    private final Map<String, JsonNode> items = new LinkedHashMap<>();

    WikidataSimulation() {
        World.read("wikidata").forEach(item -> items.put(item.path("id").asText(), item));
    }

    @Override
    public String id() {
        return "wikidata";
    }

    @Override
    public Answer answer(HttpServerRequest request, String path, Buffer body, String baseUrl) {
        if (path.startsWith(FILE_PATH)) {
            return Answer.redirect(302, baseUrl + "/images/wikimedia/" + path.substring(FILE_PATH.length()));
        }
        if (!path.equals("/w/api.php")) {
            return new Answer(404, "text/html; charset=utf-8", Buffer.buffer("<!DOCTYPE html><title>404</title>"));
        }
        if (!"json".equals(request.getParam("format"))) {
            return apiError("simulator_unsupported", "Only format=json is simulated.");
        }
        // Documented as the way to try this out: nobody is ever less than no seconds behind.
        if (request.getParam("maxlag", "").startsWith("-")) {
            Answer lagged = apiError("maxlag", "Waiting for 10.64.48.35: 0.31 seconds lagged.");
            return new Answer(200, lagged.contentType(), lagged.body(), Map.of("Retry-After", "5"));
        }
        return switch (request.getParam("action", "help")) {
            case "wbsearchentities" -> search(request);
            case "wbgetentities" -> entities(request);
            default ->
                apiError(
                        "badvalue",
                        "Unrecognized value for parameter \"action\": " + request.getParam("action", "help") + ".");
        };
    }

    /** MediaWiki's own failure, or for what fails before it is reached, a page of Wikimedia's edge. */
    @Override
    public Answer error(int status, String message) {
        return status == 500
                ? new Answer(
                        500,
                        "application/json; charset=utf-8",
                        apiError("internal_api_error_DBQueryError", message).body())
                : new Answer(
                        status,
                        "text/html; charset=utf-8",
                        Buffer.buffer("<!DOCTYPE html><html><head><title>Wikimedia Error</title></head><body><h1>Error"
                                + "</h1><p>" + status + ", " + message + "</p></body></html>"));
    }

    private static Answer apiError(String code, String info) {
        return Answer.json(
                200,
                Map.of(
                        "error",
                        Map.of(
                                "code",
                                code,
                                "info",
                                info,
                                "*",
                                "See https://www.wikidata.org/w/api.php for API usage. Subscribe to the mailing list."),
                        "servedby",
                        "simulator"));
    }

    private Answer search(HttpServerRequest request) {
        String search = request.getParam("search");
        if (search == null || search.isBlank()) {
            return apiError("missingparam", "The \"search\" parameter must be set.");
        }
        String language = request.getParam("language");
        if (language == null) {
            return apiError("missingparam", "The \"language\" parameter must be set.");
        }
        if (!LANGUAGES.contains(language)) {
            return apiError("badvalue", "Unrecognized value for parameter \"language\": " + language + ".");
        }
        int limit = Math.min(MAX_IDS, Integer.parseInt(request.getParam("limit", "7")));
        String shown = request.getParam("uselang", language);
        List<Map<String, Object>> hits = new ArrayList<>();
        for (JsonNode item : items.values()) {
            if (!item.has("redirect")) {
                hit(item, search, language, shown, hits);
            }
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("searchinfo", Map.of("search", search));
        result.put("search", hits.subList(0, Math.min(limit, hits.size())));
        if (hits.size() > limit) {
            result.put("search-continue", limit);
        }
        result.put("success", 1);
        return Answer.json(200, result);
    }

    /** An item is found by how its label or one of its aliases begins, in the language or one that stands in for it. */
    private static void hit(
            JsonNode item, String search, String language, String shown, List<Map<String, Object>> hits) {
        for (String tried : List.of(language, ANY_LANGUAGE, "en")) {
            List<String> names = new ArrayList<>();
            names.add(item.path("labels").path(tried).asText(""));
            item.path("aliases").path(tried).forEach(alias -> names.add(alias.asText()));
            for (int i = 0; i < names.size(); i++) {
                if (!World.startsWith(names.get(i), search)) {
                    continue;
                }
                String id = item.path("id").asText();
                Map<String, Object> hit = new LinkedHashMap<>();
                hit.put("id", id);
                hit.put("title", id);
                hit.put("pageid", 1_000 + Math.abs(id.hashCode() % 100_000));
                hit.put("concepturi", "http://www.wikidata.org/entity/" + id);
                hit.put("repository", "wikidata");
                hit.put("url", "//www.wikidata.org/wiki/" + id);
                String label = inLanguage(item.path("labels"), shown);
                if (label != null) {
                    hit.put("label", label);
                }
                String description = inLanguage(item.path("descriptions"), shown);
                if (description != null) {
                    hit.put("description", description);
                }
                hit.put("match", Map.of("type", i == 0 ? "label" : "alias", "language", tried, "text", names.get(i)));
                if (i > 0) {
                    hit.put("aliases", List.of(names.get(i)));
                }
                hits.add(hit);
                return;
            }
        }
    }

    private Answer entities(HttpServerRequest request) {
        List<String> ids = split(request.getParam("ids"));
        if (ids.isEmpty()) {
            return apiError(
                    "param-missing",
                    "Either provide the Item \"ids\" or pairs of \"sites\" and \"titles\" for corresponding pages.");
        }
        if (ids.size() > MAX_IDS) {
            return apiError("toomanyvalues", "Too many values supplied for parameter \"ids\". The limit is 50.");
        }
        for (String id : ids) {
            if (!ITEM.matcher(id).matches()) {
                return apiError("no-such-entity", "Could not find an entity with the ID \"" + id + "\".");
            }
        }
        List<String> props = split(request.getParam("props", "info|labels|descriptions|aliases|claims|sitelinks"));
        List<String> languages = split(request.getParam("languages"));
        List<String> sites = split(request.getParam("sitefilter"));
        boolean fallback = request.getParam("languagefallback") != null;
        Map<String, Object> entities = new LinkedHashMap<>();
        for (String id : ids) {
            JsonNode item = items.get(id);
            Map<String, Object> entity = new LinkedHashMap<>();
            if (item != null && item.has("redirect")) {
                String target = item.get("redirect").asText();
                entity.put("redirects", Map.of("from", id, "to", target));
                item = items.get(target);
            }
            if (item == null) {
                entities.put(id, Map.of("id", id, "missing", ""));
                continue;
            }
            entity.put("type", "item");
            entity.put("id", item.path("id").asText());
            if (props.contains("labels")) {
                entity.put("labels", terms(item.path("labels"), languages, fallback));
            }
            if (props.contains("descriptions")) {
                entity.put("descriptions", terms(item.path("descriptions"), languages, fallback));
            }
            if (props.contains("aliases")) {
                entity.put("aliases", aliases(item.path("aliases"), languages));
            }
            if (props.contains("claims")) {
                entity.put("claims", claims(item));
            }
            if (props.contains("sitelinks") || props.contains("sitelinks/urls")) {
                entity.put("sitelinks", sitelinks(item.path("sitelinks"), sites, props.contains("sitelinks/urls")));
            }
            entities.put(id, entity);
        }
        return Answer.json(200, Map.of("entities", entities, "success", 1));
    }

    private static Object terms(JsonNode terms, List<String> languages, boolean fallback) {
        Map<String, Object> found = new LinkedHashMap<>();
        for (String language : languages.isEmpty() ? names(terms) : languages) {
            if (terms.has(language)) {
                found.put(
                        language,
                        Map.of(
                                "language",
                                language,
                                "value",
                                terms.get(language).asText()));
            } else if (fallback && inLanguage(terms, language) != null) {
                String instead = terms.has(ANY_LANGUAGE) ? ANY_LANGUAGE : "en";
                found.put(
                        language,
                        Map.of("language", instead, "value", terms.get(instead).asText(), "for-language", language));
            }
        }
        return orEmptyArray(found);
    }

    private static Object aliases(JsonNode aliases, List<String> languages) {
        Map<String, Object> found = new LinkedHashMap<>();
        for (String language : languages.isEmpty() ? names(aliases) : languages) {
            List<Map<String, String>> texts = new ArrayList<>();
            aliases.path(language).forEach(alias -> texts.add(Map.of("language", language, "value", alias.asText())));
            if (!texts.isEmpty()) {
                found.put(language, texts);
            }
        }
        return orEmptyArray(found);
    }

    private static Object claims(JsonNode item) {
        Map<String, Object> claims = new LinkedHashMap<>();
        for (String property : names(item.path("claims"))) {
            List<Map<String, Object>> statements = new ArrayList<>();
            for (JsonNode value : item.path("claims").get(property)) {
                statements.add(statement(item.path("id").asText(), property, value));
            }
            claims.put(property, statements);
        }
        return orEmptyArray(claims);
    }

    /** In the data a plain value, or an object with {@code snak} for an unknown one, or {@code value} and {@code rank}. */
    private static Map<String, Object> statement(String item, String property, JsonNode value) {
        String snak = value.path("snak").asText("value");
        JsonNode plain = value.isObject() ? value.path("value") : value;
        Map<String, Object> mainsnak = new LinkedHashMap<>();
        mainsnak.put("snaktype", snak);
        mainsnak.put("property", property);
        mainsnak.put("hash", Integer.toHexString((property + value).hashCode()));
        boolean itemValue = ITEM.matcher(plain.asText()).matches();
        if (snak.equals("value")) {
            mainsnak.put(
                    "datavalue",
                    datavalue(
                            property,
                            plain.asText(),
                            itemValue,
                            value.path("numeric").asBoolean()));
        }
        mainsnak.put(
                "datatype",
                itemValue
                        ? "wikibase-item"
                        : FILES.contains(property)
                                ? "commonsMedia"
                                : TIMES.contains(property) ? "time" : "external-id");
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("mainsnak", mainsnak);
        statement.put("type", "statement");
        statement.put("id", item + "$" + Integer.toHexString((item + property + value).hashCode()));
        statement.put("rank", value.path("rank").asText("normal"));
        return statement;
    }

    private static Map<String, Object> datavalue(
            String property, String plain, boolean itemValue, boolean numericOnly) {
        if (itemValue) {
            Map<String, Object> value = new LinkedHashMap<>();
            value.put("entity-type", "item");
            value.put("numeric-id", Long.parseLong(plain.substring(1)));
            if (!numericOnly) {
                value.put("id", plain);
            }
            return Map.of("value", value, "type", "wikibase-entityid");
        }
        if (TIMES.contains(property)) {
            Map<String, Object> value = new LinkedHashMap<>();
            value.put("time", plain);
            value.put("timezone", 0);
            value.put("before", 0);
            value.put("after", 0);
            value.put("precision", plain.contains("-00-00T") ? 9 : 11);
            value.put("calendarmodel", "http://www.wikidata.org/entity/Q1985727");
            return Map.of("value", value, "type", "time");
        }
        return Map.of("value", plain, "type", "string");
    }

    private static Object sitelinks(JsonNode sitelinks, List<String> sites, boolean urls) {
        Map<String, Object> found = new LinkedHashMap<>();
        for (String site : names(sitelinks)) {
            if (sites.isEmpty() || sites.contains(site)) {
                Map<String, Object> link = new LinkedHashMap<>();
                String title = sitelinks.get(site).asText();
                link.put("site", site);
                link.put("title", title);
                link.put("badges", List.of());
                if (urls) {
                    link.put(
                            "url",
                            "https://" + site.replaceFirst("wiki$", "") + ".wikipedia.org/wiki/"
                                    + URLEncoder.encode(title.replace(' ', '_'), StandardCharsets.UTF_8));
                }
                found.put(site, link);
            }
        }
        return orEmptyArray(found);
    }

    private static String inLanguage(JsonNode terms, String language) {
        for (String tried : List.of(language, ANY_LANGUAGE, "en")) {
            if (terms.has(tried)) {
                return terms.get(tried).asText();
            }
        }
        return null;
    }

    /** What PHP makes of an empty map. */
    private static Object orEmptyArray(Map<String, Object> map) {
        return map.isEmpty() ? List.of() : map;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        for (Iterator<String> it = object.fieldNames(); it.hasNext(); ) {
            names.add(it.next());
        }
        return names;
    }

    private static List<String> split(String values) {
        return values == null || values.isEmpty()
                ? List.of()
                : Arrays.stream(values.split("\\|")).collect(Collectors.toList());
    }
}
