package io.dramatis.gateway.source;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A source's answer and when it was given, so that the reader decides what it is still good for. */
record CachedAnswer<T>(List<T> items, Instant fetchedAt) {

    Duration age(Instant now) {
        Duration age = Duration.between(fetchedAt, now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    boolean fresh(Instant now, SourceLimits limits) {
        return age(now).compareTo(items.isEmpty() ? limits.negative() : limits.fresh()) < 0;
    }

    boolean servableWhileRevalidating(Instant now, SourceLimits limits) {
        // An empty answer that is no longer fresh is worth a question: the name may exist by now.
        return !items.isEmpty() && age(now).compareTo(limits.staleWhileRevalidate()) < 0;
    }

    boolean servableOnError(Instant now, SourceLimits limits) {
        return !items.isEmpty() && age(now).compareTo(limits.staleIfError()) < 0;
    }
}
