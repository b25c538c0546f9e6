package io.dramatis.gateway.source;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.CaffeineCache;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Answers in this process' memory. The bound and the greatest age stand with {@code quarkus.cache.caffeine} in the
 * configuration; the lifetimes in between are each source's own, so entries carry their age. Through quarkus-cache,
 * as a hand-built Caffeine cache does not survive native compilation.
 */
@ApplicationScoped
class CaffeineAnswerCache implements AnswerCache {

    private final CaffeineCache cache;

    CaffeineAnswerCache(@CacheName("source-answers") Cache cache) {
        this.cache = cache.as(CaffeineCache.class);
    }

    @Override
    public Optional<CachedAnswer> get(Key key) {
        CompletableFuture<CachedAnswer> present = cache.getIfPresent(key);
        return present == null ? Optional.empty() : Optional.ofNullable(present.getNow(null));
    }

    @Override
    public void put(Key key, CachedAnswer answer) {
        cache.put(key, CompletableFuture.completedFuture(answer));
    }
}
