package io.dramatis.kit.error;

/**
 * The platform's one error catalogue: every {@code code} a client may meet, with its title and HTTP status. Codes are
 * stable; new ones are added beside their feature's, none is renamed. {@code GET /api/errors} lists them.
 */
public enum ErrorCode {
    // Any operation
    VALIDATION(400, "The request is not valid"),
    MALFORMED_BODY(400, "The body cannot be read"),
    INVALID_CURSOR(400, "The cursor is not one of ours"),
    UNAUTHENTICATED(401, "A valid access token is needed"),
    FORBIDDEN(403, "This account may not do that"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "This method is not allowed here"),
    NOT_ACCEPTABLE(406, "None of the accepted media types can be produced"),
    CONFLICT(409, "The change conflicts with the present state"),
    PRECONDITION_FAILED(412, "It has changed in the meantime"),
    BODY_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "This media type is not supported"),
    RANGE_NOT_SATISFIABLE(416, "There is nothing of what Range asks for"),
    IDEMPOTENCY_KEY_REUSED(422, "The idempotency key belongs to another request"),
    RATE_LIMITED(429, "Too many requests"),
    INTERNAL(500, "Something went wrong on our side"),
    DEPENDENCY_UNAVAILABLE(503, "A part of the platform cannot be reached"),
    OVERLOADED(503, "More is asked for than can be done"),

    // Characters (seed 001)
    CHARACTER_NOT_FOUND(404, "There is no such character"),
    CHARACTER_VALIDATION(400, "The character is not valid"),
    CHARACTER_CREATION(500, "The character could not be created"),
    CHARACTER_UPDATE(500, "The character could not be updated"),
    CHARACTER_DELETION(500, "The character could not be deleted"),
    CHARACTER_IMAGE(500, "The character's image could not be processed"),
    CHARACTER_ERROR(500, "The operation on the character failed"),

    // Accounts
    ACCOUNT_EXISTS(409, "The name or address is taken"),
    INVALID_CREDENTIALS(401, "The name or the password is wrong"),
    INVALID_REFRESH_TOKEN(401, "The refresh token is not valid"),
    UNSUPPORTED_GRANT(400, "This grant type is not supported"),
    TOO_MANY_ATTEMPTS(429, "Too many failed attempts"),

    // Portraits
    JOB_NOT_FOUND(404, "There is no such generation job"),
    JOB_ENDED(409, "The generation job has ended already"),
    IMAGE_NOT_FOUND(404, "There is no such image"),
    UPLOAD_UNREADABLE(422, "The uploaded file is no readable picture"),
    GALLERY_FULL(409, "The gallery is full"),
    GENERATION_TIMEOUT(500, "The image was not made in time"),
    GENERATION_REFUSED(422, "The image provider refused the request"),
    GENERATION_FAILED(500, "The image could not be made"),

    // Search
    TITLE_NOT_FOUND(404, "There is no such title"),
    SOURCE_UNAVAILABLE(503, "The source cannot be reached"),
    IMAGE_UNUSABLE(422, "The source's image cannot be used"),
    IMAGE_TOO_LARGE(422, "The source's image is too large");

    private final int status;
    private final String title;

    ErrorCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status it is answered with. */
    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** {@code error} for our faults, {@code warning} for what the client can mend. */
    public String severity() {
        return status >= 500 ? "error" : "warning";
    }
}
