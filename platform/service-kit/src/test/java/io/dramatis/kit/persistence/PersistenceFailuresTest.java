package io.dramatis.kit.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.vertx.pgclient.PgException;
import jakarta.persistence.OptimisticLockException;
import java.net.ConnectException;
import java.sql.SQLException;
import org.hibernate.JDBCException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersistenceFailuresTest {

    private final PersistenceFailures failures = new PersistenceFailures();

    @ParameterizedTest
    @CsvSource({
        "23505,CONFLICT",
        "40001,CONFLICT",
        "22021,VALIDATION",
        "57P01,DEPENDENCY_UNAVAILABLE",
        "08006,DEPENDENCY_UNAVAILABLE",
        "53300,DEPENDENCY_UNAVAILABLE"
    })
    void knowsWhatTheDatabaseRefused(String sqlState, ErrorCode code) {
        PgException refused = new PgException("message", "ERROR", sqlState, "detail");

        assertThat(failures.translate(new IllegalStateException("wrapped", refused)))
                .map(DomainException::code)
                .contains(code);
        assertThat(failures.translate(new JDBCException("hibernate's", new SQLException("message", sqlState))))
                .map(DomainException::code)
                .contains(code);
    }

    @Test
    void saysWhenToComeBackWhileTheDatabaseIsAway() {
        assertThat(failures.translate(new RuntimeException(new ConnectException("refused"))))
                .hasValueSatisfying(failure -> assertThat(failure.retryAfter()).isPresent());
    }

    @Test
    void takesALostRaceForAFailedPrecondition() {
        assertThat(failures.translate(new OptimisticLockException()))
                .map(DomainException::code)
                .contains(ErrorCode.PRECONDITION_FAILED);
    }

    @Test
    void leavesEverythingElseAlone() {
        assertThat(failures.translate(new IllegalStateException("ours"))).isEmpty();
        assertThat(failures.translate(new JsonParseException("a column's JSON is broken")))
                .isEmpty();
        assertThat(failures.translate(new PgException("m", "ERROR", "42601", "d")))
                .isEmpty();
    }
}
