package io.dramatis.gateway.source.wikipedia;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.gateway.source.SourceException;
import io.dramatis.gateway.source.SourceException.Kind;
import io.dramatis.gateway.source.SourceResponses;
import io.dramatis.gateway.upstream.UpstreamHttp;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks MediaWiki's action API. */
@ApplicationScoped
class WikipediaClient {

    private final UpstreamHttp http;
    private final WikipediaConfig config;
    private final InstantSource clock;

    WikipediaClient(UpstreamHttp http, WikipediaConfig config, InstantSource clock) {
        this.http = http;
        this.config = config;
        this.clock = clock;
    }

    /** The whole answer of a search; MediaWiki reports errors with status 200. */
    Uni<JsonNode> search(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("action", "query");
        parameters.put("format", "json");
        parameters.put("formatversion", "2");
        parameters.put("errorformat", "plaintext");
        parameters.put("generator", "search");
        // A colon makes search operators of words, some of them expensive (insource:/…/); names do without it.
        parameters.put("gsrsearch", text.replace(':', ' '));
        parameters.put("gsrnamespace", "0");
        parameters.put("gsrlimit", String.valueOf(config.pages()));
        parameters.put("prop", "pageimages|extracts|description|pageprops|info");
        parameters.put("inprop", "url");
        parameters.put("ppprop", "disambiguation");
        parameters.put("piprop", "thumbnail");
        parameters.put("pithumbsize", String.valueOf(config.thumbnailWidth()));
        parameters.put("pilimit", "max");
        parameters.put("exintro", "1");
        parameters.put("explaintext", "1");
        parameters.put("exlimit", "max");
        parameters.put("redirects", "1");
        String query = parameters.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        URI uri = URI.create(config.url() + "/w/api.php?" + query);
        return http.get(uri, config.callTimeout(), config.maxAnswerSize().asLongValue())
                .map(answer -> checked(SourceResponses.json(answer, config, clock.instant())));
    }

    private JsonNode checked(JsonNode body) {
        JsonNode error =
                body.has("error") ? body.get("error") : body.path("errors").path(0);
        if (error.isObject()) {
            String code = error.path("code").asText();
            throw switch (code) {
                case "ratelimited", "maxlag" ->
                    SourceException.retryLater(Kind.RATE_LIMITED, "error " + code, config.assumedRetryAfter());
                default ->
                    SourceException.of(
                            code.startsWith("internal_api_error") ? Kind.FAILING : Kind.REFUSED, "error " + code);
            };
        }
        return body;
    }
}
