package io.dramatis.portrait.generation;

import io.dramatis.kit.error.ErrorCode;
import io.dramatis.kit.persistence.PersistenceFailures;
import io.dramatis.portrait.storage.ArtifactStoreException;

/** Tells a database that is away from failures of other kinds. */
final class Outages {

    private static final PersistenceFailures DATABASE = new PersistenceFailures();

    private Outages() {}

    /** Of a call that goes to the database, or to it and the store. */
    static boolean isOfDatabase(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // A store is away for reasons of the same kind, but what it does not take has been drawn, and is paid for.
            if (cause instanceof ArtifactStoreException) {
                return false;
            }
        }
        return DATABASE.translate(failure)
                .filter(known -> known.code() == ErrorCode.DEPENDENCY_UNAVAILABLE)
                .isPresent();
    }
}
