package io.dramatis.kit.image;

import java.io.IOException;

/** These bytes become no picture here. */
public final class UnreadablePictureException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean tooLarge;

    private UnreadablePictureException(String message, boolean tooLarge, Throwable cause) {
        super(message, cause);
        this.tooLarge = tooLarge;
    }

    static UnreadablePictureException broken(String message, Throwable cause) {
        return new UnreadablePictureException(message, false, cause);
    }

    static UnreadablePictureException tooLarge(String message) {
        return new UnreadablePictureException(message, true, null);
    }

    /** Whether it may well be a picture, but one beyond the limits. */
    public boolean tooLarge() {
        return tooLarge;
    }
}
