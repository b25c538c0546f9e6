package io.dramatis.kit.paging;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.dramatis.kit.persistence.DatabaseTime;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Where a page ends: the sort key of its last row, opaque to clients. Paging by key costs the same on page 10,000 as on
 * page 1, and rows added meanwhile neither repeat nor hide others.
 */
public final class Cursor {

    private static final char SEPARATOR = '\u001f';
    private static final int MAX_LENGTH = 1_000;

    private final List<String> parts;

    private Cursor(List<String> parts) {
        this.parts = parts;
    }

    /** The sort key's values in order, the unique id last. */
    public static Cursor of(Object... parts) {
        return new Cursor(java.util.Arrays.stream(parts).map(String::valueOf).toList());
    }

    /** @throws DomainException INVALID_CURSOR */
    public static Cursor parse(String encoded) {
        if (encoded.length() > MAX_LENGTH) {
            throw invalid();
        }
        try {
            String joined = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(encoded)))
                    .toString();
            if (joined.indexOf('\0') >= 0) {
                throw invalid();
            }
            return new Cursor(List.of(joined.split(String.valueOf(SEPARATOR), -1)));
        } catch (IllegalArgumentException | CharacterCodingException broken) {
            throw invalid();
        }
    }

    public String encode() {
        String joined = String.join(String.valueOf(SEPARATOR), parts);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws DomainException INVALID_CURSOR where the cursor is of another list */
    public String part(int index) {
        if (index >= parts.size()) {
            throw invalid();
        }
        return parts.get(index);
    }

    /**
     * A time between 1970 and 9999: any other can be written into a cursor, but not bound to a statement.
     *
     * @throws DomainException INVALID_CURSOR
     */
    public Instant instant(int index) {
        try {
            Instant time = Instant.parse(part(index));
            if (!DatabaseTime.holds(time)) {
                throw invalid();
            }
            return time;
        } catch (DateTimeParseException broken) {
            throw invalid();
        }
    }

    /** @throws DomainException INVALID_CURSOR */
    public UUID uuid(int index) {
        try {
            return UUID.fromString(part(index));
        } catch (IllegalArgumentException broken) {
            throw invalid();
        }
    }

    private static DomainException invalid() {
        return new DomainException(
                ErrorCode.INVALID_CURSOR, "Start without a cursor, then send each answer's next_cursor as it is.");
    }
}
