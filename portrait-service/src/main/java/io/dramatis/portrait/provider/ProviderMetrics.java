package io.dramatis.portrait.provider;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;

/** One provider's figures. Models that are not in its list count as {@code other}: strangers can name any. */
final class ProviderMetrics {

    private static final String NO_MODEL = "none";
    private static final String OTHER_MODEL = "other";

    private final MeterRegistry registry;
    private final ImageProvider provider;

    ProviderMetrics(MeterRegistry registry, ImageProvider provider) {
        this.registry = registry;
        this.provider = provider;
    }

    void watch(IntSupplier running, IntSupplier up) {
        Gauge.builder("dramatis.provider.running", running, IntSupplier::getAsInt)
                .description("Jobs an image provider works on")
                .tag("provider", provider.id())
                .strongReference(true)
                .register(registry);
        Gauge.builder("dramatis.provider.up", up, IntSupplier::getAsInt)
                .description("1 where an image provider can be asked, 0 where it is not configured or not there")
                .tag("provider", provider.id())
                .strongReference(true)
                .register(registry);
    }

    /** @param model as asked for, or null */
    void call(String model, String outcome, Duration took) {
        String label = label(model);
        Counter.builder("dramatis.provider.calls")
                .description("Jobs an image provider was asked to do, by what came of it")
                .tag("provider", provider.id())
                .tag("model", label)
                .tag("outcome", outcome)
                .register(registry)
                .increment();
        Timer.builder("dramatis.provider.latency")
                .description("Time of one job at an image provider, good or bad")
                .tag("provider", provider.id())
                .tag("model", label)
                .publishPercentiles(0.5, 0.95)
                .register(registry)
                .record(took);
    }

    void images(List<ProvidedImage> images) {
        for (ProvidedImage image : images) {
            String label = label(image.model());
            Counter.builder("dramatis.provider.images")
                    .description("Images made")
                    .tag("provider", provider.id())
                    .tag("model", label)
                    .register(registry)
                    .increment();
            if (image.costMicroUsd() != null) {
                Counter.builder("dramatis.provider.cost")
                        .description("Estimated cost of the images made, in millionths of a US dollar")
                        .baseUnit("micro_usd")
                        .tag("provider", provider.id())
                        .tag("model", label)
                        .register(registry)
                        .increment(image.costMicroUsd());
            }
        }
    }

    /** A job that was sent away before the provider heard of it. */
    void prevented(String reason) {
        Counter.builder("dramatis.provider.prevented")
                .description("Jobs that an image provider's guard did not let through")
                .tag("provider", provider.id())
                .tag("reason", reason)
                .register(registry)
                .increment();
    }

    private String label(String model) {
        if (model == null) {
            String usual = provider.capabilities().defaultModel();
            return usual == null ? NO_MODEL : usual;
        }
        return provider.capabilities().models().stream()
                        .anyMatch(known -> known.id().equals(model))
                ? model
                : OTHER_MODEL;
    }
}
