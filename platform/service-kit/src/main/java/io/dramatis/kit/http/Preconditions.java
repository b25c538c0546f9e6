package io.dramatis.kit.http;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import java.util.Arrays;
import java.util.UUID;

/** Entity tags and the conditions that clients put on them (RFC 9110, section 13). */
public final class Preconditions {

    private Preconditions() {}

    /** A strong tag, quotes included. */
    public static String etag(UUID id, long version) {
        return '"' + Long.toHexString(id.getLeastSignificantBits()) + '-' + version + '"';
    }

    /**
     * @param ifMatch the header as sent; null passes
     * @throws DomainException PRECONDITION_FAILED
     */
    public static void requireMatch(String ifMatch, String etag) {
        if (ifMatch != null && !matches(ifMatch, etag)) {
            throw new DomainException(
                            ErrorCode.PRECONDITION_FAILED,
                            "Read it again, apply your change to what you find and retry.")
                    .with("etag", etag);
        }
    }

    /** Whether the client's copy is still good. */
    public static boolean notModified(String ifNoneMatch, String etag) {
        return ifNoneMatch != null && matches(ifNoneMatch, etag);
    }

    private static boolean matches(String header, String etag) {
        return header.strip().equals("*")
                || Arrays.stream(header.split(","))
                        .map(tag -> tag.strip().replaceFirst("^W/", ""))
                        .anyMatch(etag::equals);
    }
}
