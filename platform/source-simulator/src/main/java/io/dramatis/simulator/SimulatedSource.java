package io.dramatis.simulator;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.util.Map;

/**
 * One outside source. A new source implements this and is added to {@link SourceSimulator#sources()};
 * counting and faults come with the server.
 */
interface SimulatedSource {

    /** The first path segment under which the source is served, and its name in {@code /_faults} and {@code /_calls}. */
    String id();

    /**
     * Answers a request below {@code /<id>}.
     *
     * @param path what follows {@code /<id>}, {@code ""} or starting with a slash
     * @param baseUrl the simulator's own URL without a trailing slash, for links and pictures
     */
    Answer answer(HttpServerRequest request, String path, Buffer body, String baseUrl);

    /** Sets the calls a minute that the source says it grants, for those that say so. */
    default void grant(int callsAMinute) {}

    /**
     * What the source says beside {@code Retry-After} when it has had too many calls.
     *
     * @param reset when it will answer again
     */
    default Map<String, String> headersWhenLimited(Instant reset) {
        return Map.of();
    }

    /**
     * A failure as the source itself words it, for the faults on demand; the text alone where nothing else is known of
     * it.
     */
    default Answer error(int status, String message) {
        return Answer.text(status, message);
    }
}
