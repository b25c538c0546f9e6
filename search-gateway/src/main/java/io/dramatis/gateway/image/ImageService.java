package io.dramatis.gateway.image;

import io.dramatis.gateway.image.ImageMetrics.CacheResult;
import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.dramatis.kit.image.Pictures;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.util.TypeLiteral;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.jboss.logging.Logger;

/** Thumbnails of images that lie elsewhere: from memory, or fetched and made once for all who ask at the same time. */
@ApplicationScoped
class ImageService {

    private static final Logger LOG = Logger.getLogger(ImageService.class);

    private final ImageFetcher fetcher;
    private final ImageCache cache;
    private final ImageConfig config;
    private final ImageMetrics metrics;
    private final Thumbnailer thumbnailer;
    private final TypedGuard<Uni<Thumbnail>> places;
    private final TypedGuard<Uni<Thumbnail>> decoders;
    private final Map<ImageCache.Key, Uni<Thumbnail>> inFlight = new ConcurrentHashMap<>();

    ImageService(ImageFetcher fetcher, ImageCache cache, ImageConfig config, MeterRegistry registry) {
        this.fetcher = fetcher;
        this.cache = cache;
        this.config = config;
        this.metrics = new ImageMetrics(registry);
        this.thumbnailer = new Thumbnailer(config);
        this.places = bulkhead("images", config.concurrent(), config.waiting());
        // Whoever has a place may wait for a decoder.
        this.decoders = bulkhead("image decoders", config.decoders(), config.concurrent());
    }

    private static TypedGuard<Uni<Thumbnail>> bulkhead(String description, int limit, int waiting) {
        return TypedGuard.create(new TypeLiteral<Uni<Thumbnail>>() {})
                .withDescription(description)
                .withBulkhead()
                .limit(limit)
                .queueSize(waiting)
                .done()
                .build();
    }

    /** Makes one, so that a native image that lacks a part of Java2D says so now and nobody waits for classes to load. */
    void start(@Observes StartupEvent event) {
        Infrastructure.getDefaultWorkerPool().execute(() -> {
            try {
                BufferedImage any = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
                thumbnailer.render(Pictures.png(any), 1);
            } catch (IOException | RuntimeException | LinkageError e) {
                LOG.error("no thumbnails can be made here", e);
            }
        });
    }

    /**
     * A thumbnail.
     *
     * @throws DomainException as the Uni's failure: IMAGE_NOT_FOUND, IMAGE_UNUSABLE, IMAGE_TOO_LARGE, SOURCE_UNAVAILABLE or
     *     OVERLOADED
     */
    Uni<Thumbnail> thumbnail(ImageUrl url, int width) {
        ImageCache.Key key = new ImageCache.Key(url, width);
        Thumbnail held = cache.get(key).orElse(null);
        if (held != null) {
            metrics.request(CacheResult.HIT);
            return Uni.createFrom().item(held);
        }
        DomainException known = cache.failure(url).orElse(null);
        if (known != null) {
            metrics.request(CacheResult.NEGATIVE);
            return Uni.createFrom().failure(known);
        }
        return flight(key).ifNoItem().after(config.patience()).failWith(this::overloaded);
    }

    /** Never cancelled by those who wait for it, as the others and the cache want it, too. */
    private Uni<Thumbnail> flight(ImageCache.Key key) {
        boolean[] started = {false};
        Uni<Thumbnail> flight = inFlight.computeIfAbsent(key, absent -> {
            started[0] = true;
            // The flight that this request has just missed may have ended between its look into the cache and this one.
            return cache.get(key)
                    .map(present -> Uni.createFrom().item(present))
                    .orElseGet(() -> make(key).invoke(made -> cache.put(key, made)))
                    .onTermination()
                    .invoke(() -> inFlight.remove(key))
                    .memoize()
                    .indefinitely();
        });
        metrics.request(started[0] ? CacheResult.MISS : CacheResult.COALESCED);
        return flight;
    }

    private Uni<Thumbnail> make(ImageCache.Key key) {
        long start = System.nanoTime();
        // Deferred, so that a guard that refuses by throwing fails the flight instead of the request that started it.
        return Uni.createFrom()
                .deferred(() -> places.get(() -> fetcher.fetch(key.url()).flatMap(file -> render(file, key.width()))))
                .onFailure(DomainException.class)
                .invoke(failure -> cache.putFailure(key.url(), failure))
                .onFailure(BulkheadException.class)
                .transform(full -> overloaded())
                .invoke(made -> metrics.made("ok", since(start)))
                .onFailure()
                .invoke(failure -> metrics.made(outcome(failure), since(start)));
    }

    private static String outcome(Throwable failure) {
        return failure instanceof DomainException known ? known.code().name().toLowerCase(Locale.ROOT) : "internal";
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private Uni<Thumbnail> render(byte[] file, int width) {
        return decoders.get(() -> Uni.createFrom()
                .item(file)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(content -> thumbnailer.render(content, width)));
    }

    private DomainException overloaded() {
        return new DomainException(ErrorCode.OVERLOADED, "Too many images are asked for; try again in a moment.")
                .retryAfter(config.retryAfter());
    }
}
