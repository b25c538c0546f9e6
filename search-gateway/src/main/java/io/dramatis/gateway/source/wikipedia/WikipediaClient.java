package io.dramatis.gateway.source.wikipedia;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.gateway.source.SourceChannel;
import io.dramatis.gateway.source.SourceChannels;
import io.dramatis.gateway.source.SourceException;
import io.dramatis.gateway.source.SourceException.Kind;
import io.dramatis.gateway.source.SourceLimits;
import io.dramatis.gateway.source.SourceResponses;
import io.dramatis.gateway.source.SourceUri;
import io.dramatis.gateway.upstream.UpstreamAnswer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;

/** Asks MediaWiki's action API. */
@ApplicationScoped
class WikipediaClient {

    private final SourceChannel channel;
    private final WikipediaConfig config;

    WikipediaClient(SourceChannels channels, WikipediaConfig config) {
        this.channel = channels.of(WikipediaSource.ID, config);
        this.config = config;
    }

    /** The whole answer of a search; MediaWiki reports errors with status 200. */
    Uni<JsonNode> search(String text) {
        return channel.get(
                SourceUri.of(config.url(), "/w/api.php")
                        .param("action", "query")
                        .param("format", "json")
                        .param("formatversion", "2")
                        .param("errorformat", "plaintext")
                        .param("generator", "search")
                        // A colon makes search operators of words, some of them expensive (insource:/…/); names do
                        // without it.
                        .param("gsrsearch", text.replace(':', ' '))
                        .param("gsrnamespace", "0")
                        .param("gsrlimit", config.pages())
                        .param("prop", "pageimages|extracts|description|pageprops|info")
                        .param("inprop", "url")
                        .param("ppprop", "disambiguation")
                        .param("piprop", "thumbnail")
                        .param("pithumbsize", config.thumbnailWidth())
                        .param("pilimit", "max")
                        .param("exintro", "1")
                        .param("explaintext", "1")
                        .param("exlimit", "max")
                        .param("redirects", "1")
                        .build(),
                Map.of(),
                WikipediaClient::checked);
    }

    private static JsonNode checked(UpstreamAnswer answer, SourceLimits limits, Instant now) {
        JsonNode body = SourceResponses.json(answer, limits, now);
        JsonNode error =
                body.has("error") ? body.get("error") : body.path("errors").path(0);
        if (error.isObject()) {
            String code = error.path("code").asText();
            throw switch (code) {
                case "ratelimited", "maxlag" ->
                    SourceException.retryLater(Kind.RATE_LIMITED, "error " + code, limits.assumedRetryAfter());
                default ->
                    SourceException.of(
                            code.startsWith("internal_api_error") ? Kind.FAILING : Kind.REFUSED, "error " + code);
            };
        }
        return body;
    }
}
