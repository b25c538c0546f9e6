package io.dramatis.gateway.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.kit.outside.OutsideAnswer;
import java.time.Instant;

/** Tells a source's good answers from its bad ones; {@link SourceResponses#json} where HTTP's own rules are enough. */
@FunctionalInterface
public interface AnswerReader {

    /**
     * The content of a good answer.
     *
     * @throws SourceException for a bad one
     */
    JsonNode read(OutsideAnswer answer, SourceLimits limits, Instant now);
}
