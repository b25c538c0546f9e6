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
    @SuppressWarnings("unchecked") // A key's operation decides on the type of its elements.
    public <T> Optional<CachedAnswer<T>> get(Key key, Class<T> type) {
        CompletableFuture<CachedAnswer<T>> present = cache.getIfPresent(key);
        return present == null ? Optional.empty() : Optional.ofNullable(present.getNow(null));
    }

    @Override
    public <T> void put(Key key, Class<T> type, CachedAnswer<T> answer) {
        cache.put(key, CompletableFuture.completedFuture(answer));
    }
}
