package io.dramatis.collection.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordWorkersTest {

    private final PasswordWorkers workers = new PasswordWorkers(
            new SmallRyeConfigBuilder()
                    .withMapping(AccountConfig.class)
                    .withConverter(Duration.class, 200, new DurationConverter())
                    .withDefaultValues(Map.of(
                            "dramatis.account.password.workers", "1",
                            "dramatis.account.password.queue", "1"))
                    .build()
                    .getConfigMapping(AccountConfig.class),
            new SimpleMeterRegistry());

    @AfterEach
    void stop() {
        workers.stop();
    }

    @Test
    void refusesWhatDoesNotFitInTheQueue() {
        List<UniAssertSubscriber<String>> hashes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            hashes.add(workers.hash("password " + i).subscribe().withSubscriber(UniAssertSubscriber.create()));
        }

        hashes.get(0).awaitItem(Duration.ofSeconds(10));
        hashes.get(1).awaitItem(Duration.ofSeconds(10));
        Throwable refused = hashes.get(4).awaitFailure().getFailure();
        assertThat(refused).isInstanceOfSatisfying(DomainException.class, failure -> {
            assertThat(failure.code()).isEqualTo(ErrorCode.RATE_LIMITED);
            assertThat(failure.retryAfter()).isPresent();
        });
    }

    @Test
    void neverFindsAStrangersPasswordRight() {
        PasswordWorkers.Verdict verdict = workers.verify("anything", Optional.empty())
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .awaitItem(Duration.ofSeconds(10))
                .getItem();

        assertThat(verdict.right()).isFalse();
        assertThat(verdict.stronger()).isEmpty();
    }
}
