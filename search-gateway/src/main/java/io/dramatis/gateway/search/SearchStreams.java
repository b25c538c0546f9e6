package io.dramatis.gateway.search;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** The open streams of this replica: counted, limited, and given a sign of life now and then. */
@ApplicationScoped
class SearchStreams {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final SearchNews WAITING = new SearchNews.Waiting();
    private static final SearchNews END = new SearchNews.Waiting();

    private final SearchConfig config;
    private final AtomicInteger open = new AtomicInteger();

    SearchStreams(SearchConfig config, MeterRegistry registry) {
        this.config = config;
        Gauge.builder("dramatis.search.streams", open, AtomicInteger::get)
                .description("Streamed searches under way")
                .register(registry);
    }

    /**
     * The news with signs of life between them. A client that goes away ends nothing but its own stream: the sources'
     * answers are waited for by others, and by the cache.
     *
     * @throws DomainException OVERLOADED where too many are open
     */
    Multi<SearchNews> open(Multi<SearchNews> news) {
        if (open.get() >= config.maxStreams()) {
            throw new DomainException(
                            ErrorCode.OVERLOADED,
                            "Try again in a moment, or ask without streaming: GET /api/characters/search.")
                    .retryAfter(RETRY_AFTER);
        }
        Multi<SearchNews> heartbeat = Multi.createFrom()
                .ticks()
                .startingAfter(config.streamHeartbeat())
                .every(config.streamHeartbeat())
                .onOverflow()
                .drop()
                .map(tick -> WAITING);
        Multi<SearchNews> ended = Multi.createBy()
                .concatenating()
                .streams(news, Multi.createFrom().item(END));
        return Multi.createBy()
                .merging()
                .streams(ended, heartbeat)
                // The heart would beat for ever.
                .select()
                .first(item -> item != END)
                .onSubscription()
                .invoke(open::incrementAndGet)
                .onTermination()
                .invoke(open::decrementAndGet);
    }
}
