package io.dramatis.simulator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * A way for a source to misbehave.
 *
 * @param kind what goes wrong
 * @param retryAfter how a {@link Kind#RATE_LIMITED} answer says when to come back
 * @param seconds the wait that it names
 * @param ms the delay of {@link Kind#SLOW}, in milliseconds; the answer itself is then a good one
 * @param status the status of {@link Kind#STATUS}
 * @param times how many requests are hit; 0 means all until the fault is cleared
 * @param skip how many requests pass before that, so that only a later call of several fails
 */
public record Fault(
        @JsonProperty("kind") Kind kind,
        @JsonProperty("retry_after") RetryAfter retryAfter,
        @JsonProperty("seconds") int seconds,
        @JsonProperty("ms") long ms,
        @JsonProperty("status") int status,
        @JsonProperty("times") int times,
        @JsonProperty("skip") int skip) {

    /** What goes wrong. */
    public enum Kind {
        RATE_LIMITED,
        HTML_ERROR,
        TRUNCATED,
        SLOW,
        RESET,
        STATUS,
        GRAPHQL_ERRORS_200,
        OVERSIZED;

        @JsonCreator
        static Kind parse(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }

        @JsonValue
        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The form of a 429's advice: delta seconds, an HTTP date, no header, or a proxy's HTML page without a header. */
    public enum RetryAfter {
        SECONDS,
        DATE,
        NONE,
        HTML;

        @JsonCreator
        static RetryAfter parse(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }

        @JsonValue
        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Fault {
        if (kind == null) {
            throw new IllegalArgumentException("a fault needs a kind");
        }
        retryAfter = retryAfter == null ? RetryAfter.SECONDS : retryAfter;
        seconds = seconds == 0 ? 30 : seconds;
        status = status == 0 ? 503 : status;
    }

    public static Fault of(Kind kind) {
        return new Fault(kind, null, 0, 0, 0, 0, 0);
    }

    public static Fault rateLimited(RetryAfter form, int seconds) {
        return new Fault(Kind.RATE_LIMITED, form, seconds, 0, 0, 0, 0);
    }

    public static Fault slow(long ms) {
        return new Fault(Kind.SLOW, null, 0, ms, 0, 0, 0);
    }

    public static Fault status(int status) {
        return new Fault(Kind.STATUS, null, 0, 0, status, 0, 0);
    }

    /** The same fault for the next {@code n} requests only. */
    public Fault times(int n) {
        return new Fault(kind, retryAfter, seconds, ms, status, n, skip);
    }

    /** The same fault, but not for the next {@code n} requests. */
    public Fault after(int n) {
        return new Fault(kind, retryAfter, seconds, ms, status, times, n);
    }
}
