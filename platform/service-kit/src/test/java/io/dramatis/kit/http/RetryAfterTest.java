package io.dramatis.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    @Test
    void readsSeconds() {
        assertThat(RetryAfter.parse(" 30 ", NOW)).contains(Duration.ofSeconds(30));
    }

    @Test
    void readsADate() {
        assertThat(RetryAfter.parse("Fri, 20 Nov 2026 08:01:30 GMT", NOW)).contains(Duration.ofSeconds(90));
    }

    @Test
    void takesAPastDateAsNow() {
        assertThat(RetryAfter.parse("Fri, 20 Nov 2026 07:00:00 GMT", NOW)).contains(Duration.ZERO);
    }

    @Test
    void believesNoMoreThanAnHour() {
        assertThat(RetryAfter.parse("99999999999999999999", NOW)).contains(Duration.ofHours(1));
        assertThat(RetryAfter.parse("Fri, 20 Nov 2099 07:00:00 GMT", NOW)).contains(Duration.ofHours(1));
    }

    @Test
    void readsTheMomentsThatSomeSendInstead() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        assertThat(RetryAfter.of(headers, NOW)).isEmpty();

        headers.add("X-RateLimit-Reset", String.valueOf(NOW.getEpochSecond() + 40));
        assertThat(RetryAfter.of(headers, NOW)).contains(Duration.ofSeconds(40));

        headers.add("Retry-After", "30");
        assertThat(RetryAfter.of(headers, NOW)).contains(Duration.ofSeconds(30));
        assertThat(RetryAfter.of(MultiMap.caseInsensitiveMultiMap().add("X-RateLimit-Reset", "40"), NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "soon", "-5", "1.5", "Fri, 99 Nov 2026"})
    void knowsNothingFromAnythingElse(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isEmpty();
    }
}
