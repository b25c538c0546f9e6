package io.dramatis.simulator;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

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

    /**
     * A failure as the source itself words it, for the faults on demand; the text alone where nothing else is known of
     * it.
     */
    default Answer error(int status, String message) {
        return Answer.text(status, message);
    }
}
