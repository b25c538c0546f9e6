package io.dramatis.gateway.image;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.CaffeineCache;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Thumbnails in this process' memory, and for a short while what could not be had. Bounds and lifetimes stand with
 * {@code quarkus.cache.caffeine} in the configuration; the two are apart so that no flood of bad URLs drives good
 * thumbnails out.
 */
@ApplicationScoped
class ImageCache {

    /** A thumbnail's identity. */
    record Key(ImageUrl url, int width) {}

    /** Kept instead of the exception, which would hold on to its stack. */
    private record Failure(ErrorCode code, String detail, Duration retryAfter) {}

    private final CaffeineCache thumbnails;
    private final CaffeineCache failures;
    private final long maxSize;

    ImageCache(
            @CacheName("image-thumbnails") Cache thumbnails,
            @CacheName("image-failures") Cache failures,
            ImageConfig config) {
        this.thumbnails = thumbnails.as(CaffeineCache.class);
        this.failures = failures.as(CaffeineCache.class);
        this.maxSize = config.maxCachedSize().asLongValue();
    }

    Optional<Thumbnail> get(Key key) {
        return present(thumbnails.getIfPresent(key));
    }

    void put(Key key, Thumbnail thumbnail) {
        if (thumbnail.content().length <= maxSize) {
            thumbnails.put(key, CompletableFuture.completedFuture(thumbnail));
        }
    }

    /** Why the last attempt to get it has failed, if it was a short while ago. */
    Optional<DomainException> failure(ImageUrl url) {
        CompletableFuture<Failure> failure = failures.getIfPresent(url);
        return present(failure).map(known -> {
            DomainException again = new DomainException(known.code(), known.detail());
            return known.retryAfter() == null ? again : again.retryAfter(known.retryAfter());
        });
    }

    void putFailure(ImageUrl url, DomainException failure) {
        Failure kept = new Failure(
                failure.code(), failure.getMessage(), failure.retryAfter().orElse(null));
        failures.put(url, CompletableFuture.completedFuture(kept));
    }

    private static <T> Optional<T> present(CompletableFuture<T> entry) {
        return entry == null ? Optional.empty() : Optional.ofNullable(entry.getNow(null));
    }
}
