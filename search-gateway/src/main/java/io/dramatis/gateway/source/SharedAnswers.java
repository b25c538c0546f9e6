package io.dramatis.gateway.source;

import io.dramatis.gateway.source.AnswerCache.Key;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Answers that another replica may have; slower than {@link AnswerCache}, much faster than a source. Never fails. */
interface SharedAnswers {

    /** Whether there is a place to share them in; without one the others must not be called. */
    boolean configured();

    /** @param type of the elements, the one with which the answer was put */
    <T> Uni<Optional<CachedAnswer<T>>> get(Key key, Class<T> type);

    /** Returns at once; nobody waits for what others may need later. */
    <T> void put(Key key, Class<T> type, CachedAnswer<T> answer, SourceLimits limits);
}
