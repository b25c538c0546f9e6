package io.dramatis.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ClientLimitsTest {

    private final AtomicLong now = new AtomicLong();
    private final ClientLimits limits = new ClientLimits(60, 2, 3, now::get);

    @Test
    void givesEachClientItsOwnBucket() {
        assertThat(limits.of("192.0.2.1").tryTake()).isTrue();
        assertThat(limits.of("192.0.2.1").tryTake()).isTrue();
        assertThat(limits.of("192.0.2.1").tryTake()).isFalse();
        assertThat(limits.of("192.0.2.2").tryTake()).isTrue();
    }

    @Test
    void countsAnIpv6NetworkAsOneClient() {
        limits.of("2001:db8:0:1::1").tryTake();
        limits.of("2001:db8:0:1:ffff::2").tryTake();

        assertThat(limits.of("2001:db8:0:1::3").tryTake()).isFalse();
        assertThat(limits.of("2001:db8:0:2::1").tryTake()).isTrue();
    }

    @Test
    void staysWithinItsBoundAndForgetsOnlyTheRested() {
        limits.of("192.0.2.1").tryTake();
        limits.of("192.0.2.2").tryTake();
        limits.of("192.0.2.3").tryTake();

        for (int i = 0; i < 100; i++) {
            limits.of("198.51.100." + i).tryTake();
        }

        assertThat(limits.size()).isEqualTo(3);
        assertThat(limits.of("198.51.100.200").tryTake())
                .as("newcomers share a bucket")
                .isFalse();

        now.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(limits.of("198.51.100.200").tryTake()).isTrue();
        assertThat(limits.size()).isEqualTo(1);
    }
}
