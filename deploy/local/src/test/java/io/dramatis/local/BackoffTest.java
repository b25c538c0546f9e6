package io.dramatis.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff();

    @Test
    void doublesUntilThirtySeconds() {
        var pauses = Stream.generate(() -> backoff.after(Duration.ofMillis(300)))
                .limit(7)
                .map(Duration::toSeconds);

        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void forgivesAfterAMinuteOfHealth() {
        backoff.after(Duration.ofSeconds(1));
        backoff.after(Duration.ofSeconds(59));

        assertThat(backoff.after(Duration.ofSeconds(60))).isEqualTo(Duration.ofSeconds(1));
        assertThat(backoff.after(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(2));
    }
}
