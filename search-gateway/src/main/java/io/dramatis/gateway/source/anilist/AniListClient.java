package io.dramatis.gateway.source.anilist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dramatis.gateway.source.SourceException;
import io.dramatis.gateway.source.SourceException.Kind;
import io.dramatis.gateway.source.SourceResponses;
import io.dramatis.gateway.upstream.UpstreamAnswer;
import io.dramatis.gateway.upstream.UpstreamHttp;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;

/** Sends documents to AniList and tells a good answer from the many kinds of bad ones. */
@ApplicationScoped
class AniListClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final UpstreamHttp http;
    private final AniListConfig config;
    private final InstantSource clock;
    private final String searchCharacters = document("search-characters");

    AniListClient(UpstreamHttp http, AniListConfig config, InstantSource clock) {
        this.http = http;
        this.config = config;
        this.clock = clock;
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

    private Uni<JsonNode> send(String document, ObjectNode variables) {
        ObjectNode body = JSON.createObjectNode().put("query", document);
        body.set("variables", variables);
        return http.postJson(
                        config.url(),
                        json(body),
                        config.callTimeout(),
                        config.maxAnswerSize().asLongValue())
                .map(answer -> data(answer, config, clock.instant()));
    }

    /** The {@code data} of a good answer; AniList reports failures by status, by {@code errors} or by both. */
    static JsonNode data(UpstreamAnswer answer, AniListConfig config, Instant now) {
        if (answer.status() == 403) {
            // Neither a token nor a permission is involved: it answers 403 when its API is switched off.
            throw SourceException.retryLater(Kind.SWITCHED_OFF, "status 403", config.switchedOffPause());
        }
        JsonNode body = SourceResponses.json(answer, config, now);
        JsonNode errors = body.path("errors");
        if (errors.isArray() && !errors.isEmpty()) {
            int status = errors.get(0).path("status").asInt(500);
            throw status == 403
                    ? SourceException.retryLater(Kind.SWITCHED_OFF, "error 403", config.switchedOffPause())
                    : SourceResponses.failure(status < 400 ? 500 : status, null, config, now);
        }
        JsonNode data = body.path("data");
        if (!data.isObject()) {
            throw SourceException.of(Kind.BROKEN, "the answer holds no data");
        }
        return data;
    }

    private static Buffer json(ObjectNode body) {
        try {
            return Buffer.buffer(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
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
