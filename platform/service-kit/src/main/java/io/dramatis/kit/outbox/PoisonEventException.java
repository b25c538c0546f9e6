package io.dramatis.kit.outbox;

/** A record that no retry will ever make readable: it belongs into the dead-letter topic. */
public class PoisonEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PoisonEventException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
