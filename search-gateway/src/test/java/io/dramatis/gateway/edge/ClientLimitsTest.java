package io.dramatis.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.dramatis.gateway.limit.SharedBuckets;
import io.dramatis.gateway.shared.Replica;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ClientLimitsTest {

    private final AtomicLong now = new AtomicLong();
    private final ClientLimits limits = new ClientLimits(60, 2, 3, new SharedBuckets(Replica.alone()), now::get);

    @Test
    void givesEachClientItsOwnBucket() {
        assertThat(taken("192.0.2.1")).isTrue();
        assertThat(taken("192.0.2.1")).isTrue();
        assertThat(taken("192.0.2.1")).isFalse();
        assertThat(taken("192.0.2.2")).isTrue();
    }

    @Test
    void countsAnIpv6NetworkAsOneClient() {
        taken("2001:db8:0:1::1");
        taken("2001:db8:0:1:ffff::2");

        assertThat(taken("2001:db8:0:1::3")).isFalse();
        assertThat(taken("2001:db8:0:2::1")).isTrue();
    }

    @Test
    void staysWithinItsBoundAndForgetsOnlyTheRested() {
        taken("192.0.2.1");
        taken("192.0.2.2");
        taken("192.0.2.3");

        for (int i = 0; i < 100; i++) {
            taken("198.51.100." + i);
        }

        assertThat(limits.size()).isEqualTo(3);
        assertThat(taken("198.51.100.200")).as("newcomers share a bucket").isFalse();

        now.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(taken("198.51.100.200")).isTrue();
        assertThat(limits.size()).isEqualTo(1);
    }

    private boolean taken(String address) {
        return limits.take(address).result().granted();
    }
}
