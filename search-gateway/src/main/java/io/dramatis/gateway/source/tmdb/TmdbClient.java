package io.dramatis.gateway.source.tmdb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dramatis.gateway.source.AnswerReader;
import io.dramatis.gateway.source.RefreshedValue;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Asks TMDB with this installation's key, which goes nowhere else: neither into logs nor into failures. */
@ApplicationScoped
class TmdbClient {

    private static final Duration PAUSE_WITHOUT_IMAGES = Duration.ofMinutes(5);

    private final SourceChannel channel;
    private final TmdbConfig config;
    private final RefreshedValue<TmdbImages> images;

    TmdbClient(SourceChannels channels, TmdbConfig config, InstantSource clock) {
        this.channel = channels.of(TmdbSource.ID, config);
        this.config = config;
        this.images = new RefreshedValue<>(
                () -> get(to("/3/configuration"), TmdbClient::read)
                        .map(body -> TmdbImages.of(body, config.profileSize())),
                new TmdbImages(TmdbImages.DOCUMENTED_BASE, config.profileSize()),
                config.imagesLifetime(),
                PAUSE_WITHOUT_IMAGES,
                clock);
    }

    /**
     * The first page, the best first.
     *
     * @param what {@code multi}, {@code movie}, {@code tv} or {@code person}
     * @param region country whose releases count, or null
     */
    Uni<JsonNode> search(String what, String text, String language, String region) {
        SourceUri uri = to("/3/search/" + what)
                .param("query", text)
                .param("include_adult", false)
                .param("language", language);
        if (region != null) {
            uri.param("region", region);
        }
        return get(uri, TmdbClient::readResults);
    }

    /** Who plays whom; a missing node where the title has gone. */
    Uni<JsonNode> cast(TmdbTitle title, String language) {
        String list =
                switch (title.medium()) {
                    case MOVIE -> "/credits";
                    // The plain credits of a series are those of its last season.
                    case TV -> "/aggregate_credits";
                };
        return get(to("/3/" + title.key() + list).param("language", language), TmdbClient::readOrMissing);
    }

    /** What somebody has played, in films and on television; a missing node where the person has gone. */
    Uni<JsonNode> filmography(long person, String language) {
        return get(
                to("/3/person/" + person + "/combined_credits").param("language", language), TmdbClient::readOrMissing);
    }

    /** Where pictures are; never fails. */
    Uni<TmdbImages> images() {
        return images.get();
    }

    private SourceUri to(String path) {
        return SourceUri.of(config.url(), path);
    }

    private Uni<JsonNode> get(SourceUri uri, AnswerReader reader) {
        if (config.token().isPresent()) {
            return channel.get(
                    uri.build(),
                    Map.of("Authorization", "Bearer " + config.token().get()),
                    reader);
        }
        return channel.get(uri.param("api_key", config.apiKey().orElseThrow()).build(), Map.of(), reader);
    }

    static JsonNode read(OutsideAnswer answer, SourceLimits limits, Instant now) {
        if (answer.status() == 401) {
            // Asking again is useless until somebody looks at the key.
            throw SourceException.retryLater(Kind.SWITCHED_OFF, "the key was refused", limits.switchedOffPause());
        }
        JsonNode body = SourceResponses.json(answer, limits, now);
        if (body.has("success") && !body.path("success").asBoolean(true)) {
            throw SourceException.of(
                    Kind.FAILING,
                    "status 200 with code " + body.path("status_code").asInt());
        }
        return body;
    }

    private static JsonNode readResults(OutsideAnswer answer, SourceLimits limits, Instant now) {
        JsonNode body = read(answer, limits, now);
        if (!body.path("results").isArray()) {
            throw SourceException.of(Kind.BROKEN, "the answer holds no results");
        }
        return body;
    }

    private static JsonNode readOrMissing(OutsideAnswer answer, SourceLimits limits, Instant now) {
        return answer.status() == 404 ? MissingNode.getInstance() : read(answer, limits, now);
    }
}
