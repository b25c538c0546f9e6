package io.dramatis.kit.persistence;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.dramatis.kit.error.FailureTranslator;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.hibernate.StaleStateException;

/** What the database's failures mean to a client. */
@ApplicationScoped
public class PersistenceFailures implements FailureTranslator {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    @Override
    public Optional<DomainException> translate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
                return Optional.of(new DomainException(
                        ErrorCode.PRECONDITION_FAILED,
                        "Somebody changed it at the same moment; read it again and retry."));
            }
            if (cause instanceof PgException refused) {
                return bySqlState(refused.getSqlState(), refused);
            }
            // Hibernate Reactive's translation of the driver's failure, which it does not keep.
            if (cause instanceof SQLException refused) {
                return bySqlState(refused.getSQLState(), refused);
            }
            if (isAway(cause)) {
                return Optional.of(unavailable(cause));
            }
        }
        return Optional.empty();
    }

    /** Network failures only: an IOException may as well be Jackson's. */
    private static boolean isAway(Throwable cause) {
        return cause instanceof SocketException
                || cause instanceof UnknownHostException
                || cause instanceof ClosedChannelException
                || cause instanceof VertxException
                || cause instanceof NoStackTraceThrowable
                || cause instanceof TimeoutException;
    }

    /** Classes of PostgreSQL's appendix A, "Error Codes". */
    private static Optional<DomainException> bySqlState(String sqlState, Throwable refused) {
        String state = sqlState == null ? "" : sqlState;
        if (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53")) {
            return Optional.of(unavailable(refused));
        }
        return switch (state) {
            case "23505" ->
                Optional.of(
                        new DomainException(ErrorCode.CONFLICT, "Something with the same identity exists already."));
            case "40001", "40P01" ->
                Optional.of(new DomainException(ErrorCode.CONFLICT, "Two changes met; send yours again."));
            case "22021", "22P05" ->
                Optional.of(
                        new DomainException(ErrorCode.VALIDATION, "The text has characters that cannot be stored."));
            default -> Optional.empty();
        };
    }

    private static DomainException unavailable(Throwable cause) {
        return new DomainException(
                        ErrorCode.DEPENDENCY_UNAVAILABLE, "The database cannot be reached; try again.", cause)
                .retryAfter(RETRY_AFTER);
    }
}
