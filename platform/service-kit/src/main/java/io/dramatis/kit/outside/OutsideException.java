package io.dramatis.kit.outside;

/** Why a server gave no whole answer. The message names no address, so that it may be logged anywhere. */
public final class OutsideException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** How far the exchange came. */
    public enum Kind {
        /** Nobody was there: nothing was asked. */
        UNREACHABLE,
        /** The connection broke after the request had gone out. */
        BROKEN,
        /** No whole answer in time. */
        TIMEOUT,
        /** More than we were ready to keep; the connection was closed at that point. */
        OVERSIZED,
        /** An address that may not be called. */
        FORBIDDEN
    }

    private final Kind kind;

    /** @param cause null where there is none */
    public OutsideException(Kind kind, String message, Throwable cause) {
        // Without a stack trace: these are expected, and say all in their message.
        super(message, cause, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
