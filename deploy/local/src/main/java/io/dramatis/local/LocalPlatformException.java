package io.dramatis.local;

/** Says to the person at the terminal what is wrong and what to do about it; its message is printed as it is. */
public final class LocalPlatformException extends RuntimeException {

    LocalPlatformException(String message) {
        super(message);
    }

    LocalPlatformException(String message, Throwable cause) {
        super(message, cause);
    }
}
