package io.dramatis.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * MediaWiki's {@code api.php} with {@code generator=search}, formatversion 2: pages in no useful order with an
 * {@code index} to sort by, disambiguation pages among them, no {@code query} at all where nothing was found, and
 * errors with status 200.
 */
final class WikipediaSimulation implements SimulatedSource {

    /** Each edition has a host of its own; here, what would be its name may stand first in the path. */
    private static final Pattern API = Pattern.compile("(?:/([a-z]{2}))?/w/api\\.php");

    private final World world;

    WikipediaSimulation(World world) {
        this.world = world;
    }

    @Override
    public String id() {
        return "wikipedia";
    }

    @Override
    public Answer answer(HttpServerRequest request, String path, Buffer body, String baseUrl) {
        Matcher api = API.matcher(path);
        if (!api.matches()) {
            return new Answer(404, "text/html; charset=utf-8", Buffer.buffer("<!DOCTYPE html><title>404</title>"));
        }
        if (!"query".equals(request.getParam("action"))) {
            return error("unknown_action", "Unrecognized value for parameter \"action\".");
        }
        if (!"2".equals(request.getParam("formatversion")) || !"json".equals(request.getParam("format"))) {
            return error("simulator_unsupported", "Only format=json&formatversion=2 is simulated.");
        }
        String search = request.getParam("gsrsearch");
        if (search == null || search.isBlank()) {
            return error("missingparam", "The \"gsrsearch\" parameter must be set.");
        }
        int limit = Math.min(50, Integer.parseInt(request.getParam("gsrlimit", "10")));
        return Answer.json(
                200,
                result(
                        api.group(1),
                        search,
                        limit,
                        request.getParam("ppprop", "disambiguation|wikibase_item"),
                        baseUrl));
    }

    /** What fails before MediaWiki is reached is a page of Wikimedia's edge. */
    @Override
    public Answer error(int status, String message) {
        return new Answer(
                status,
                "text/html; charset=utf-8",
                Buffer.buffer("<!DOCTYPE html><html><head><title>Wikimedia Error</title></head><body><h1>Error</h1><p>"
                        + status + ", " + message + "</p></body></html>"));
    }

    private static Answer error(String code, String text) {
        return Answer.json(
                200,
                Map.of(
                        "errors", List.of(Map.of("code", code, "text", text, "module", "main")),
                        "docref", "See https://en.wikipedia.org/w/api.php for API usage.",
                        "servedby", "simulator"));
    }

    /** @param edition the language whose pages are searched; null for all of them */
    private Map<String, Object> result(
            String edition, String search, int limit, String wantedProperties, String baseUrl) {
        List<JsonNode> hits = world.pages().stream()
                .filter(page -> edition == null
                        || edition.equals(language(page.path("title").asText())))
                .filter(page -> World.matches(
                        search,
                        List.of(
                                page.path("title").asText(),
                                page.path("keywords").asText(""),
                                page.path("extract").asText(""))))
                .sorted(Comparator.comparing(page ->
                        !World.matches(search, List.of(page.path("title").asText()))))
                .toList();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("batchcomplete", true);
        if (hits.isEmpty()) {
            return result;
        }
        if (hits.size() > limit) {
            result.put("continue", Map.of("gsroffset", limit, "continue", "gsroffset||"));
        }
        List<Map<String, Object>> pages = new ArrayList<>();
        for (int i = 0; i < Math.min(limit, hits.size()); i++) {
            pages.add(page(hits.get(i), i + 1, wantedProperties, baseUrl));
        }
        // The real service orders by page id, not by rank.
        pages.sort(Comparator.comparingInt(page -> (Integer) page.get("pageid")));
        result.put("query", Map.of("pages", pages));
        return result;
    }

    private static Map<String, Object> page(JsonNode source, int index, String wantedProperties, String baseUrl) {
        int id = source.path("pageid").asInt();
        String title = source.path("title").asText();
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("pageid", id);
        page.put("ns", 0);
        page.put("title", title);
        page.put("index", index);
        page.put(
                "fullurl",
                "https://" + language(title) + ".wikipedia.org/wiki/"
                        + URLEncoder.encode(title.replace(' ', '_'), StandardCharsets.UTF_8));
        if (source.path("image").asBoolean(false)) {
            page.put(
                    "thumbnail",
                    Map.of(
                            "source",
                            baseUrl + "/images/wikipedia/" + id + ".png",
                            "width",
                            Portraits.WIDTH,
                            "height",
                            Portraits.HEIGHT));
        }
        page.put("extract", source.path("extract").asText());
        if (source.hasNonNull("description")) {
            page.put("description", source.get("description").asText());
            page.put("descriptionsource", "local");
        }
        Map<String, String> properties = new LinkedHashMap<>();
        if (source.path("disambiguation").asBoolean(false)) {
            properties.put("disambiguation", "");
        }
        if (source.has("item")) {
            properties.put("wikibase_item", source.get("item").asText());
        }
        properties.keySet().retainAll(List.of(wantedProperties.split("\\|")));
        if (!properties.isEmpty()) {
            page.put("pageprops", properties);
        }
        return page;
    }

    private static String language(String title) {
        return title.codePoints().anyMatch(c -> c >= 0x0900 && c <= 0x097F)
                ? "hi"
                : title.codePoints().anyMatch(c -> c >= 0x0400 && c <= 0x04FF) ? "ru" : "en";
    }
}
