package io.dramatis.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final TokenBucket bucket = new TokenBucket(60, 3, now::get);

    @Test
    void givesTheBurstAndThenOneTokenASecond() {
        assertThat(taken(5)).isEqualTo(3);
        assertThat(bucket.untilNext()).isEqualTo(Duration.ofSeconds(1));

        now.addAndGet(Duration.ofMillis(999).toNanos());
        assertThat(bucket.tryTake()).isFalse();

        now.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(bucket.tryTake()).isTrue();
        assertThat(bucket.tryTake()).isFalse();
    }

    @Test
    void neverHoldsMoreThanTheBurst() {
        taken(3);

        now.addAndGet(Duration.ofHours(5).toNanos());

        assertThat(bucket.isFull()).isTrue();
        assertThat(bucket.tokensLeft()).isEqualTo(3);
        assertThat(taken(10)).isEqualTo(3);
    }

    @Test
    void countsWhatIsLeft() {
        assertThat(bucket.tokensLeft()).isEqualTo(3);
        bucket.tryTake();
        assertThat(bucket.tokensLeft()).isEqualTo(2);
        assertThat(bucket.untilNext()).isZero();
        assertThat(bucket.isFull()).isFalse();
    }

    @Test
    void keepsItsShareFilledWhenItIsResized() {
        bucket.resize(6, 10);
        taken(5);

        bucket.resize(3, 5);
        assertThat(bucket.tokensLeft()).as("half of a half").isEqualTo(2);
        assertThat(taken(5)).isEqualTo(2);

        bucket.resize(6, 10);
        now.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(taken(5)).as("at the rate it has now").isBetween(1, 2);
    }

    @Test
    void heedsWhatOthersHaveTaken() {
        bucket.notFullBefore(Duration.ofSeconds(2));
        assertThat(bucket.tokensLeft()).isEqualTo(1);
        assertThat(bucket.untilFull()).isEqualTo(Duration.ofSeconds(2));

        bucket.notFullBefore(Duration.ofSeconds(1));
        assertThat(bucket.tokensLeft()).as("never more than it knew of").isEqualTo(1);
    }

    @Test
    void givesNoTokenTwiceToManyThreads() {
        TokenBucket shared = new TokenBucket(1, 500, now::get);

        long granted = IntStream.range(0, 5_000)
                .parallel()
                .filter(i -> shared.tryTake())
                .count();

        assertThat(granted).isEqualTo(500);
    }

    @Test
    void refusesABudgetOfNothing() {
        assertThatThrownBy(() -> new TokenBucket(0, 1, now::get)).isInstanceOf(IllegalArgumentException.class);
    }

    private int taken(int tries) {
        return (int) IntStream.range(0, tries).filter(i -> bucket.tryTake()).count();
    }
}
