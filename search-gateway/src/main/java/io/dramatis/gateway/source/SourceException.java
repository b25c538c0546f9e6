package io.dramatis.gateway.source;

import java.time.Duration;
import java.util.Optional;

/** Why a source gave no answer. */
public final class SourceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What a failure means for the next call. */
    public enum Kind {
        /** The budget is used up, theirs or our own. */
        RATE_LIMITED(false),
        /** It understood and refused: our request is wrong, repeating it is useless. */
        REFUSED(false),
        /** It wants to be left alone for a while: switched off by its operators, or a server error with a Retry-After. */
        SWITCHED_OFF(false),
        /** It answered something that is no answer. */
        BROKEN(true),
        /** It answered with a server error. */
        FAILING(true),
        /** No answer at all. */
        UNREACHABLE(true),
        /** No answer in time. */
        TIMEOUT(true);

        private final boolean tripsBreaker;

        Kind(boolean tripsBreaker) {
            this.tripsBreaker = tripsBreaker;
        }
    }

    private final Kind kind;
    private final Duration retryAfter;

    private SourceException(Kind kind, String message, Duration retryAfter, Throwable cause) {
        // Without a stack trace: these are expected, frequent, and say all in their message.
        super(message, cause, false, false);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public static SourceException of(Kind kind, String message) {
        return new SourceException(kind, message, null, null);
    }

    public static SourceException of(Kind kind, String message, Throwable cause) {
        return new SourceException(kind, message, null, cause);
    }

    public static SourceException retryLater(Kind kind, String message, Duration retryAfter) {
        return new SourceException(kind, message, retryAfter, null);
    }

    public Kind kind() {
        return kind;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    boolean tripsBreaker() {
        return kind.tripsBreaker;
    }

    /** Whether the same call may succeed at once or after a short wait. */
    boolean retryable(Duration longestWait) {
        return switch (kind) {
            case UNREACHABLE, FAILING -> retryAfter == null || retryAfter.compareTo(longestWait) <= 0;
            case RATE_LIMITED -> retryAfter != null && retryAfter.compareTo(longestWait) <= 0;
            default -> false;
        };
    }
}
