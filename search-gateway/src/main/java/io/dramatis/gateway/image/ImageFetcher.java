package io.dramatis.gateway.image;

import io.dramatis.gateway.upstream.UpstreamHttp;
import io.dramatis.kit.address.PublicAddresses;
import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.dramatis.kit.http.RetryAfter;
import io.dramatis.kit.outside.OutsideAnswer;
import io.dramatis.kit.outside.OutsideException;
import io.dramatis.kit.outside.OutsideException.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Gets an image's file from its host. A name is looked up here, once, and the connection is made to the address that was
 * checked, so that nobody's name server can show us one address and lead us to another. Redirects are taken one by one,
 * with the same checks for each.
 */
@ApplicationScoped
class ImageFetcher {

    private static final Logger LOG = Logger.getLogger(ImageFetcher.class);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<String> MEDIA_TYPES = Set.of("image/png", "image/jpeg", "image/jpg", "image/gif");
    private static final Map<String, String> HEADERS = Map.of(
            "Accept", "image/png, image/jpeg, image/gif",
            // Images are compressed already.
            "Accept-Encoding", "identity");
    /** For a 429 that does not say. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** One exchange; the server is null where the host's name may be followed as it is. */
    interface Download {
        Uni<OutsideAnswer> get(
                URI uri, SocketAddress server, Map<String, String> headers, Duration timeout, long maxBytes);
    }

    private final Download download;
    private final HostAddresses addresses;
    private final ImageConfig config;
    private final ImageUrls urls;
    private final InstantSource clock;
    /** By origin: until when it wants to be left alone. No more of them than there are allowed hosts. */
    private final Map<String, Instant> pauses = new ConcurrentHashMap<>();

    @Inject
    ImageFetcher(UpstreamHttp http, HostAddresses addresses, ImageConfig config, InstantSource clock) {
        this(http::fetch, addresses, config, clock);
    }

    ImageFetcher(Download download, HostAddresses addresses, ImageConfig config, InstantSource clock) {
        this.download = download;
        this.addresses = addresses;
        this.config = config;
        this.urls = new ImageUrls(config);
        this.clock = clock;
    }

    /** The file, which says that it is an image; fails with {@link DomainException} only. */
    Uni<byte[]> fetch(ImageUrl url) {
        long deadline = System.nanoTime() + config.timeout().toNanos();
        return Uni.createFrom()
                .deferred(() -> get(url, config.redirects(), deadline))
                // Each exchange has its own limit; this one is for looking names up.
                .ifNoItem()
                .after(config.timeout())
                .fail()
                .onFailure()
                .transform(failure -> explain(failure, url));
    }

    private Uni<byte[]> get(ImageUrl url, int redirectsLeft, long deadline) {
        Instant pausedUntil = pauses.get(url.origin());
        if (pausedUntil != null) {
            Duration rest = Duration.between(clock.instant(), pausedUntil);
            if (!rest.isNegative()) {
                return Uni.createFrom().failure(unavailable(rest));
            }
            pauses.remove(url.origin(), pausedUntil);
        }
        Uni<SocketAddress> server = url.trusted()
                ? Uni.createFrom().nullItem()
                : addresses.of(url.host()).map(all -> checked(all, url));
        return server.flatMap(address -> download.get(
                        url.uri(),
                        address,
                        HEADERS,
                        Duration.ofNanos(deadline - System.nanoTime()),
                        config.maxSize().asLongValue()))
                .flatMap(answer -> {
                    if (REDIRECTS.contains(answer.status())) {
                        return get(next(url, answer, redirectsLeft), redirectsLeft - 1, deadline);
                    }
                    return Uni.createFrom().item(file(url, answer));
                });
    }

    /** The first address, if all of them are public: a name that also leads inside is not to be trusted at all. */
    private static SocketAddress checked(List<InetAddress> all, ImageUrl url) {
        if (!all.stream().allMatch(PublicAddresses::isPublic)) {
            throw unusable("Its host has no public address.");
        }
        return SocketAddress.inetSocketAddress(url.port(), all.get(0).getHostAddress());
    }

    private ImageUrl next(ImageUrl from, OutsideAnswer answer, int redirectsLeft) {
        if (redirectsLeft == 0) {
            throw unusable("It leads from one place to the next.");
        }
        return urls.follow(from, answer.headers().get("Location"))
                .orElseThrow(() -> unusable("It leads to a place that is not the source's."));
    }

    private byte[] file(ImageUrl url, OutsideAnswer answer) {
        switch (answer.status()) {
            case 200 -> {
                String type = answer.headers().get("Content-Type");
                if (type == null
                        || !MEDIA_TYPES.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))) {
                    throw unusable("It is no PNG, JPEG or GIF.");
                }
                return answer.body().getBytes();
            }
            case 404, 410 -> throw new DomainException(ErrorCode.IMAGE_NOT_FOUND, "The source does not have it.");
            default -> throw failed(url, answer);
        }
    }

    private DomainException failed(ImageUrl url, OutsideAnswer answer) {
        Instant now = clock.instant();
        Duration pause = RetryAfter.of(answer.headers(), now).orElse(answer.status() == 429 ? PAUSE : Duration.ZERO);
        LOG.infof("image refused host=%s status=%d", url.host(), answer.status());
        if (pause.isZero()) {
            return unavailable(config.retryAfter());
        }
        pauses.put(url.origin(), now.plus(pause));
        return unavailable(pause);
    }

    private DomainException explain(Throwable failure, ImageUrl url) {
        if (failure instanceof DomainException known) {
            return known;
        }
        if (failure instanceof OutsideException outside && outside.kind() == Kind.OVERSIZED) {
            return new DomainException(
                            ErrorCode.IMAGE_TOO_LARGE, "Its file is larger than what is made into thumbnails.")
                    .with("max_bytes", config.maxSize().asLongValue());
        }
        LOG.infof("image failed host=%s reason=%s", url.host(), failure);
        return unavailable(config.retryAfter());
    }

    private static DomainException unavailable(Duration retryAfter) {
        return new DomainException(
                        ErrorCode.SOURCE_UNAVAILABLE, "The image's host does not answer as it should; try again later.")
                .retryAfter(retryAfter);
    }

    private static DomainException unusable(String detail) {
        return new DomainException(ErrorCode.IMAGE_UNUSABLE, detail);
    }
}
