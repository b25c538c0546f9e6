package io.dramatis.gateway.source.anilist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dramatis.gateway.source.SourceChannel;
import io.dramatis.gateway.source.SourceChannels;
import io.dramatis.gateway.source.SourceException;
import io.dramatis.gateway.source.SourceException.Kind;
import io.dramatis.gateway.source.SourceLimits;
import io.dramatis.gateway.source.SourceResponses;
import io.dramatis.kit.outside.OutsideAnswer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Sends documents to AniList and tells a good answer from the many kinds of bad ones. */
@ApplicationScoped
class AniListClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SourceChannel channel;
    private final AniListConfig config;
    private final String searchCharacters = document("search-characters");
    private final String findTitles = document("find-titles");

    AniListClient(SourceChannels channels, AniListConfig config) {
        this.channel = channels.of(AniListSource.ID, config);
        this.config = config;
    }

    /** @param mediaType {@code ANIME}, {@code MANGA} or null for both */
    Uni<JsonNode> searchCharacters(String search, String mediaType) {
        ObjectNode variables = JSON.createObjectNode()
                .put("search", search)
                .put("perPage", config.characters())
                .put("titles", config.titles())
                .put("cast", config.cast());
        if (mediaType != null) {
            variables.put("type", mediaType);
        }
        return send(searchCharacters, variables);
    }

    /**
     * Titles that are not for adults only.
     *
     * @param mediaType {@code ANIME}, {@code MANGA} or null for both
     */
    Uni<JsonNode> searchTitles(String search, String mediaType) {
        ObjectNode variables = JSON.createObjectNode()
                .put("search", search)
                .put("perPage", config.foundTitles())
                .put("isAdult", false);
        variables.putArray("sort").add("SEARCH_MATCH");
        if (mediaType != null) {
            variables.put("type", mediaType);
        }
        return send(findTitles, variables);
    }

    /** One title, or none. */
    Uni<JsonNode> findTitle(int id) {
        return send(findTitles, JSON.createObjectNode().put("id", id).put("perPage", 1));
    }

    private Uni<JsonNode> send(String document, ObjectNode variables) {
        ObjectNode body = JSON.createObjectNode().put("query", document);
        body.set("variables", variables);
        return channel.post(config.url(), body, AniListClient::data);
    }

    /** The {@code data} of a good answer; AniList reports failures by status, by {@code errors} or by both. */
    static JsonNode data(OutsideAnswer answer, SourceLimits limits, Instant now) {
        if (answer.status() == 403) {
            // Neither a token nor a permission is involved: it answers 403 when its API is switched off.
            throw SourceException.retryLater(Kind.SWITCHED_OFF, "status 403", limits.switchedOffPause());
        }
        JsonNode body = SourceResponses.json(answer, limits, now);
        JsonNode errors = body.path("errors");
        if (errors.isArray() && !errors.isEmpty()) {
            int status = errors.get(0).path("status").asInt(500);
            throw status == 403
                    ? SourceException.retryLater(Kind.SWITCHED_OFF, "error 403", limits.switchedOffPause())
                    : SourceResponses.failure(status < 400 ? 500 : status, answer.headers(), limits, now);
        }
        JsonNode data = body.path("data");
        if (!data.isObject()) {
            throw SourceException.of(Kind.BROKEN, "the answer holds no data");
        }
        return data;
    }

    private static String document(String name) {
        String resource = "graphql/anilist/" + name + ".graphql";
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
