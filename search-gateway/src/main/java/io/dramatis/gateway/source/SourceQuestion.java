package io.dramatis.gateway.source;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Supplier;

/**
 * Something that a source is asked. The first four parts say what is asked, so that equal ones share one call and one
 * cached answer; every answer is a list, of one or none where a single thing is asked for.
 *
 * @param operation what is looked for: {@code characters}, {@code titles}
 * @param facet what of the operation the source distinguishes, or ""
 * @param text as the person typed it; equal when folded
 * @param type of the list's elements; {@link AnswerCodec} lists those that replicas share
 * @param call asks the source
 */
public record SourceQuestion<T>(
        String operation, String facet, String text, Class<T> type, Supplier<Uni<List<T>>> call) {}
