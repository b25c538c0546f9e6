package io.dramatis.portrait.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "120, 120",
        "' 7 ', 7",
        "999999, 3600",
        "99999999999999999999, 3600",
        "'Sun, 01 Mar 2026 12:00:30 GMT', 30",
        "'Sun, 01 Mar 2026 11:00:00 GMT', 0"
    })
    void readsSecondsAndDates(String header, long seconds) {
        assertThat(RetryAfter.parse(header, NOW)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "2026-03-01T12:00:30Z"})
    void knowsNoOtherForm(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isEmpty();
    }

    @Test
    void doesNotNeedTheHeader() {
        assertThat(RetryAfter.parse(null, NOW)).isEmpty();
    }
}
