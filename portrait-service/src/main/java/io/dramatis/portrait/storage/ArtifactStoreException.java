package io.dramatis.portrait.storage;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import java.time.Duration;

/** The store is away, full, or asked too much at present. Nothing was changed, or it is not known. */
public class ArtifactStoreException extends DomainException {

    private static final long serialVersionUID = 1L;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private ArtifactStoreException(ErrorCode code, String detail, Throwable cause) {
        super(code, detail, cause);
        retryAfter(RETRY_AFTER);
    }

    static ArtifactStoreException away(Throwable cause) {
        return new ArtifactStoreException(
                ErrorCode.DEPENDENCY_UNAVAILABLE, "The images' store cannot be used at present; try again.", cause);
    }

    static ArtifactStoreException overloaded() {
        return new ArtifactStoreException(
                ErrorCode.OVERLOADED, "More images are asked for than can be had at a time; try again.", null);
    }
}
