package io.dramatis.gateway.source.mangadex;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dramatis.gateway.source.SourceChannel;
import io.dramatis.gateway.source.SourceChannels;
import io.dramatis.gateway.source.SourceException;
import io.dramatis.gateway.source.SourceException.Kind;
import io.dramatis.gateway.source.SourceLimits;
import io.dramatis.gateway.source.SourceResponses;
import io.dramatis.gateway.source.SourceUri;
import io.dramatis.kit.outside.OutsideAnswer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;

/** Asks MangaDex, which takes exact parameters only. */
@ApplicationScoped
class MangaDexClient {

    private static final String INCLUDES = "includes[]";
    private static final String RATING = "contentRating[]";

    private final SourceChannel channel;
    private final MangaDexConfig config;

    MangaDexClient(SourceChannels channels, MangaDexConfig config) {
        this.channel = channels.of(MangaDexSource.ID, config);
        this.config = config;
    }

    /** The whole answer of a search by any of a title's names. */
    Uni<JsonNode> search(String text) {
        return channel.get(
                related(SourceUri.of(config.url(), "/manga")
                                .param("title", text)
                                .param("limit", config.titles()))
                        .param("order[relevance]", "desc")
                        .param(RATING, "safe")
                        .param(RATING, "suggestive")
                        .build(),
                Map.of(),
                MangaDexClient::content);
    }

    /** The whole answer for one title; missing where there is none of this id. */
    Uni<JsonNode> manga(String id) {
        return channel.get(
                related(SourceUri.of(config.url(), "/manga").segment(id)).build(),
                Map.of(),
                MangaDexClient::contentOrMissing);
    }

    /** The chapters of one title by volume. */
    Uni<JsonNode> chapters(String id) {
        return channel.get(
                SourceUri.of(config.url(), "/manga")
                        .segment(id)
                        .segment("aggregate")
                        .param("translatedLanguage[]", config.chapterLanguage())
                        .build(),
                Map.of(),
                MangaDexClient::contentOrMissing);
    }

    /** Without being asked to, MangaDex gives no more than the ids of covers and people. */
    private static SourceUri related(SourceUri uri) {
        return uri.param(INCLUDES, "cover_art").param(INCLUDES, "author").param(INCLUDES, "artist");
    }

    static JsonNode content(OutsideAnswer answer, SourceLimits limits, Instant now) {
        if (answer.status() == 403) {
            // Whoever goes on after too many calls is banned for a while; nothing here needs a permission.
            throw SourceException.retryLater(Kind.SWITCHED_OFF, "status 403", limits.switchedOffPause());
        }
        JsonNode body = SourceResponses.json(answer, limits, now);
        if ("error".equals(body.path("result").asText())) {
            int status = body.path("errors").path(0).path("status").asInt(500);
            throw SourceResponses.failure(status < 400 ? 500 : status, answer.headers(), limits, now);
        }
        return body;
    }

    static JsonNode contentOrMissing(OutsideAnswer answer, SourceLimits limits, Instant now) {
        return answer.status() == 404 ? MissingNode.getInstance() : content(answer, limits, now);
    }
}
