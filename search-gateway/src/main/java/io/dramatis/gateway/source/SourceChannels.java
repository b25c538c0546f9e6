package io.dramatis.gateway.source;

import io.dramatis.gateway.limit.SharedBuckets;
import io.dramatis.gateway.upstream.UpstreamConfig;
import io.dramatis.gateway.upstream.UpstreamHttp;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The channel of each source: one, whoever asks for it. */
@ApplicationScoped
public class SourceChannels {

    private final Map<String, SourceChannel> channels = new ConcurrentHashMap<>();
    private final UpstreamHttp http;
    private final SharedBuckets buckets;
    private final MeterRegistry registry;
    private final InstantSource clock;
    private final boolean contactNamed;

    SourceChannels(
            UpstreamHttp http,
            UpstreamConfig upstream,
            SharedBuckets buckets,
            MeterRegistry registry,
            InstantSource clock) {
        this.http = http;
        this.contactNamed = upstream.contact().isPresent();
        this.buckets = buckets;
        this.registry = registry;
        this.clock = clock;
    }

    public SourceChannel of(String id, SourceLimits configured) {
        SourceLimits limits = contactNamed ? configured : new AnonymousLimits(configured);
        return channels.computeIfAbsent(
                id,
                absent -> new SourceChannel(
                        id,
                        limits,
                        http,
                        new SourceBudget(id, limits, buckets, clock, System::nanoTime),
                        new SourceMetrics(registry, id),
                        clock,
                        System::nanoTime));
    }
}
