package io.dramatis.kit.persistence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as PostgreSQL keeps them: coarser than Java's, and over a shorter span. */
public final class DatabaseTime {

    private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");

    private DatabaseTime() {}

    /** To the microsecond: what is read back equals what was answered, and cursors meet their rows. */
    public static Instant now() {
        return of(Instant.now());
    }

    public static Instant of(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Whether a time from outside may be sent to the database. On one that its microseconds cannot count, the driver
     * does not fail: the statement never ends.
     */
    public static boolean holds(Instant time) {
        return !time.isBefore(Instant.EPOCH) && !time.isAfter(END);
    }
}
