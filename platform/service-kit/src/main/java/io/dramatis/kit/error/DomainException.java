package io.dramatis.kit.error;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A failure with a place in the catalogue. Features subclass it ({@code CharacterNotFoundException}); the HTTP status
 * is the catalogue's business alone.
 */
public class DomainException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient Map<String, Object> additionalData = new LinkedHashMap<>();
    private transient List<Violation> violations = List.of();
    private Duration retryAfter;

    /** @param detail for the client: what happened and what to do next; nothing internal */
    public DomainException(ErrorCode code, String detail) {
        super(detail);
        this.code = code;
    }

    public DomainException(ErrorCode code, String detail, Throwable cause) {
        super(detail, cause);
        this.code = code;
    }

    /** A request with these faults. */
    public static DomainException invalid(List<Violation> violations) {
        return new DomainException(ErrorCode.VALIDATION, "Mend the listed fields and send the request again.")
                .violations(violations);
    }

    /** Adds to {@code additional_data}, which the client sees. */
    public DomainException with(String key, Object value) {
        additionalData.put(key, value);
        return this;
    }

    public DomainException violations(List<Violation> all) {
        this.violations = List.copyOf(all);
        return this;
    }

    /** Answered as {@code Retry-After}. */
    public DomainException retryAfter(Duration delay) {
        this.retryAfter = delay;
        return this;
    }

    public ErrorCode code() {
        return code;
    }

    public Map<String, Object> additionalData() {
        return additionalData;
    }

    public List<Violation> violations() {
        return violations;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
