package io.dramatis.gateway.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnonymousLimitsTest {

    @Test
    void grantsLessToThoseWhoNameNoContact() {
        SourceLimits limits = new AnonymousLimits(limits(Map.of("test.anonymous-budget-per-minute", "4")));

        assertThat(limits.budgetPerMinute()).isEqualTo(4);
        assertThat(limits.burst()).isEqualTo(4);
    }

    @Test
    void grantsTheSameWhereTheSourceDoes() {
        SourceLimits limits = new AnonymousLimits(limits(Map.of()));

        assertThat(limits.budgetPerMinute()).isEqualTo(170);
        assertThat(limits.burst()).isEqualTo(6);
    }

    @Test
    void leavesEverythingElseAsItIs() throws Exception {
        SourceLimits configured = limits(Map.of("test.rate-limit-header", "X-RateLimit-Limit"));
        SourceLimits limits = new AnonymousLimits(configured);

        for (Method method : SourceLimits.class.getMethods()) {
            assertThat(method.invoke(limits)).as(method.getName()).isEqualTo(method.invoke(configured));
        }
    }

    private static SourceLimits limits(Map<String, String> more) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .withDefaultValue("test.budget-per-minute", "170")
                .withDefaultValue("test.burst", "6")
                .withDefaultValues(more)
                .withMapping(SourceLimits.class, "test")
                .build()
                .getConfigMapping(SourceLimits.class, "test");
    }
}
