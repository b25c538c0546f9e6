package io.dramatis.portrait.image;

/** What a provider answered cannot be read as a picture, now or later. */
public class NoPictureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoPictureException(String message, Throwable cause) {
        super(message, cause);
    }
}
