package io.dramatis.kit.error;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The body of every error: RFC 9457 with the context that seed 001 asks for.
 *
 * @param type a reference into the catalogue; {@code code} is the same as one word
 * @param instance the path that was asked for
 * @param errorId stands in the log line, too
 * @param source the operation, as {@code characters.get_character}
 */
@RegisterForReflection
public record Problem(
        URI type,
        String title,
        int status,
        String detail,
        String instance,
        ErrorCode code,
        UUID errorId,
        Instant timestamp,
        String source,
        String severity,
        List<Violation> violations,
        Map<String, Object> additionalData) {

    public static final String MEDIA_TYPE = "application/problem+json";
}
