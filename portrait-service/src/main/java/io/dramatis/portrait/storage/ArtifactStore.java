package io.dramatis.portrait.storage;

import io.dramatis.portrait.storage.StoreMetrics.Operation;
import io.dramatis.portrait.storage.StoreMetrics.Result;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Where images lie: a folder or a bucket, by configuration. Paths are relative, in seed 002's layout, and come from this
 * service alone, never from a request.
 *
 * <p>A file is whole or it is not served: what is read is compared with the hash in its name or with its {@link Seal}.
 * Calls fail with {@link ArtifactStoreException} while the store is full or away, and emit on the Vert.x context they were
 * subscribed on, where there was one.
 */
@ApplicationScoped
public class ArtifactStore {

    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");
    private static final int LONGEST_PATH = 900;

    private final Backend backend;
    private final ArtifactLayout layout;
    private final StoreMetrics metrics;
    private final Duration timeout;
    private final int maxCalls;
    private final AtomicInteger running = new AtomicInteger();

    @Inject
    ArtifactStore(StorageConfig config, ArtifactLayout layout, MeterRegistry meters) {
        this(backend(config), layout, meters, config.timeout(), config.maxCalls());
    }

    ArtifactStore(Backend backend, ArtifactLayout layout, MeterRegistry meters, Duration timeout, int maxCalls) {
        this.backend = backend;
        this.layout = layout;
        this.metrics = new StoreMetrics(meters, running::get);
        this.timeout = timeout;
        this.maxCalls = maxCalls;
    }

    private static Backend backend(StorageConfig config) {
        int maxFileSize = (int) Math.min(config.maxFileSize().asLongValue(), Integer.MAX_VALUE - 8);
        return switch (config.kind()) {
            case FOLDER -> new FolderStore(config.folder(), maxFileSize);
            case S3 -> new S3Store(config.s3(), config.timeout(), config.maxCalls(), maxFileSize);
        };
    }

    void start(@Observes StartupEvent event) {
        backend.start();
    }

    @PreDestroy
    void stop() {
        backend.close();
    }

    /**
     * Where a new file of a session goes.
     *
     * @param session the campaign, project or character whose folder it is
     */
    public String newPath(UUID session, String filename) {
        return layout.newPath(session.toString(), filename);
    }

    /** Where {@link #read} looks for the file with this path: there first, then where older layouts had it. */
    public List<String> places(String path) {
        return layout.places(path);
    }

    /**
     * Writes the whole file or nothing: whoever reads the path sees the old content or the new one. Once this emits, not
     * even a crash of the machine takes it away.
     */
    public Uni<Void> write(String path, byte[] content) {
        return write(path, content, true);
    }

    /**
     * The same for what can be made again from another file, as a thumbnail: nobody waits for the disk, and after a crash of
     * the machine it may be missing or damaged, which {@link #read} says.
     */
    public Uni<Void> writeDerived(String path, byte[] content) {
        return write(path, content, false);
    }

    private Uni<Void> write(String path, byte[] content, boolean durable) {
        requireOurs(path);
        return call(
                Operation.WRITE,
                () -> Uni.createFrom()
                        .voidItem()
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(ignored -> Seal.close(path, content))
                        .chain(closed -> backend.write(path, closed, durable)),
                done -> Result.OK);
    }

    /**
     * The content as it was written; null where there is no such file.
     *
     * @throws ArtifactCorruptException as the Uni's failure, where it is something else by now
     */
    public Uni<Buffer> read(String path) {
        requireOurs(path);
        return call(Operation.READ, () -> readFrom(layout.places(path), 0), Found::result)
                .map(found -> found.content() == null ? null : Buffer.buffer(found.content()));
    }

    private Uni<Found> readFrom(List<String> places, int next) {
        String place = places.get(next);
        return backend.read(place)
                // Hashing takes milliseconds for a large file, which no event loop has.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(stored -> {
                    if (stored == null) {
                        return next + 1 < places.size()
                                ? readFrom(places, next + 1)
                                : Uni.createFrom().item(new Found(null, Result.MISSING));
                    }
                    byte[] content = Seal.open(place, stored);
                    if (content == null) {
                        metrics.corrupt(place);
                        return Uni.createFrom().failure(new ArtifactCorruptException());
                    }
                    return Uni.createFrom().item(new Found(content, next == 0 ? Result.OK : Result.LEGACY));
                });
    }

    /** Removes the file and what an interrupted write of it left; fine where there is none. In this place only. */
    public Uni<Void> delete(String path) {
        requireOurs(path);
        return call(Operation.DELETE, () -> backend.delete(path), done -> Result.OK);
    }

    private <T> Uni<T> call(Operation operation, Supplier<Uni<T>> work, Function<T, Result> result) {
        return Uni.createFrom().deferred(() -> {
            long started = System.nanoTime();
            if (running.incrementAndGet() > maxCalls) {
                running.decrementAndGet();
                metrics.call(operation, Result.REFUSED, Duration.ZERO);
                return Uni.createFrom().failure(ArtifactStoreException.overloaded());
            }
            return onCallersContext(work.get()
                    .ifNoItem()
                    .after(timeout)
                    .fail()
                    .onTermination()
                    .invoke(running::decrementAndGet)
                    .onFailure(failure -> !(failure instanceof ArtifactCorruptException))
                    .transform(ArtifactStoreException::away)
                    .onItemOrFailure()
                    .invoke((item, failure) -> metrics.call(
                            operation,
                            failure == null ? result.apply(item) : failed(failure),
                            Duration.ofNanos(System.nanoTime() - started))));
        });
    }

    private static Result failed(Throwable failure) {
        return failure instanceof ArtifactCorruptException ? Result.CORRUPT : Result.FAILED;
    }

    private static <T> Uni<T> onCallersContext(Uni<T> call) {
        Context context = Vertx.currentContext();
        return context == null ? call : call.emitOn(command -> context.runOnContext(ignored -> command.run()));
    }

    /** Our paths are made of ids and hashes. One that is not is a fault of this service, and must lead nowhere. */
    private static void requireOurs(String path) {
        if (path.length() > LONGEST_PATH || !PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("not a path of the store");
        }
    }

    /** @param content null where there is none */
    private record Found(byte[] content, Result result) {}
}
