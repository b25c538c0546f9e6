package io.dramatis.portrait.provider;

import java.time.Duration;
import java.util.Optional;

/** Why a provider made no image, in terms of what to do next. The message is for operators. */
public final class ProviderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What a failure means for the job. */
    public enum Kind {
        /** Has enough to do, by its own rules or ours. The job waits in the queue, and that is no failed attempt. */
        BUSY,
        /** Cannot be asked at present. Another provider may be asked instead; else it is tried again. */
        UNAVAILABLE,
        /** Its operator has to do something: a key, a model, money. Another provider may be asked; else it is final. */
        MISCONFIGURED,
        /** Failed, or answered nonsense. Tried again. */
        FAILED
    }

    private final Kind kind;
    private final Duration retryAfter;

    private ProviderException(Kind kind, String message, Duration retryAfter, Throwable cause) {
        // Without a stack trace: these are expected, and say all in their message.
        super(message, cause, false, false);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    /** @param retryAfter as the provider asks, or null */
    public static ProviderException busy(String message, Duration retryAfter) {
        return new ProviderException(Kind.BUSY, message, retryAfter, null);
    }

    public static ProviderException unavailable(String message, Throwable cause) {
        return new ProviderException(Kind.UNAVAILABLE, message, null, cause);
    }

    static ProviderException unavailable(String message, Duration retryAfter) {
        return new ProviderException(Kind.UNAVAILABLE, message, retryAfter, null);
    }

    public static ProviderException misconfigured(String message) {
        return new ProviderException(Kind.MISCONFIGURED, message, null, null);
    }

    public static ProviderException failed(String message, Throwable cause) {
        return new ProviderException(Kind.FAILED, message, null, cause);
    }

    /** @param retryAfter as the provider asks, or null */
    public static ProviderException failed(String message, Duration retryAfter) {
        return new ProviderException(Kind.FAILED, message, retryAfter, null);
    }

    public static ProviderException failed(String message) {
        return new ProviderException(Kind.FAILED, message, null, null);
    }

    public Kind kind() {
        return kind;
    }

    /** The wait that the provider asks for, or that its guard knows of. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
