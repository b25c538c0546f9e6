package io.dramatis.gateway.upstream;

import java.io.IOException;

/** A server sent more than the caller was ready to keep; the connection was closed at that point. */
public final class OversizedAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    OversizedAnswerException(long limit) {
        super("the answer exceeds " + limit + " bytes");
    }
}
