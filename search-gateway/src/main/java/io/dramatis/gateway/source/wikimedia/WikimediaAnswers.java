package io.dramatis.gateway.source.wikimedia;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.gateway.source.SourceException;
import io.dramatis.gateway.source.SourceException.Kind;
import io.dramatis.gateway.source.SourceLimits;
import io.dramatis.gateway.source.SourceResponses;
import io.dramatis.kit.outside.OutsideAnswer;
import java.time.Instant;

/** Reads what MediaWiki's action API answers, whichever of Wikimedia's sites is asked. */
public final class WikimediaAnswers {

    private static final int TOO_MANY_REQUESTS = 429;

    private WikimediaAnswers() {}

    /**
     * The body of a good answer. MediaWiki reports its errors with status 200, as {@code error} or, in the newer
     * format, {@code errors}.
     *
     * @throws SourceException for anything else
     */
    public static JsonNode json(OutsideAnswer answer, SourceLimits limits, Instant now) {
        JsonNode body = SourceResponses.json(answer, limits, now);
        JsonNode error =
                body.has("error") ? body.get("error") : body.path("errors").path(0);
        if (error.isObject()) {
            String code = error.path("code").asText();
            throw switch (code) {
                // Both may say in a header when to come back.
                case "ratelimited", "maxlag" ->
                    SourceResponses.failure(TOO_MANY_REQUESTS, answer.headers(), limits, now);
                case "readonly", "cirrussearch-too-busy-error" -> SourceException.of(Kind.FAILING, "error " + code);
                default ->
                    SourceException.of(
                            code.startsWith("internal_api_error") ? Kind.FAILING : Kind.REFUSED, "error " + code);
            };
        }
        return body;
    }
}
