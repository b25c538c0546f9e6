package io.dramatis.portrait.image;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.dramatis.portrait.provider.PicturePlaces;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.smallrye.mutiny.unchecked.UncheckedSupplier;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;

/**
 * Worker threads for pictures that clients bring or wait for, and for those that providers have drawn: few at a time, as
 * each needs memory in proportion to its pixels.
 */
@ApplicationScoped
class PictureWorkers implements PicturePlaces {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /** As many jobs as may ever run at a time, with several answers each; these are never refused. */
    private static final int JOBS = 2048;

    private final TypedGuard<Uni<Object>> places;
    private final Duration patience;
    private final int maxClients;
    private final AtomicInteger clients = new AtomicInteger();

    PictureWorkers(UploadConfig config) {
        this.patience = config.patience();
        this.maxClients = config.decoders() + config.waiting();
        this.places = TypedGuard.create(new TypeLiteral<Uni<Object>>() {})
                .withDescription("pictures")
                .withBulkhead()
                .limit(config.decoders())
                .queueSize(config.waiting() + JOBS)
                .done()
                .build();
    }

    /** Goes on there. */
    @Override
    public <T> Uni<T> whenFree(Supplier<T> work) {
        return place(() -> onWorker(work::get));
    }

    /**
     * Does a client's work there, and goes on where the caller was.
     *
     * @throws DomainException OVERLOADED, as the Uni's failure
     */
    <T> Uni<T> work(UncheckedSupplier<T> work) {
        return guard(() -> onWorker(work));
    }

    private static <T> Uni<T> onWorker(UncheckedSupplier<T> work) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(Unchecked.function((Object ignored) -> work.get()));
    }

    /**
     * The same for work that finds a thread itself.
     *
     * @throws DomainException OVERLOADED, as the Uni's failure
     */
    <T> Uni<T> guard(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            if (clients.incrementAndGet() > maxClients) {
                clients.decrementAndGet();
                return Uni.createFrom().failure(overloaded());
            }
            Uni<T> result = place(work)
                    .ifNoItem()
                    .after(patience)
                    .failWith(PictureWorkers::overloaded)
                    .onTermination()
                    .invoke(clients::decrementAndGet);
            return context == null ? result : result.emitOn(command -> context.runOnContext(ignored -> command.run()));
        });
    }

    @SuppressWarnings("unchecked")
    private <T> Uni<T> place(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            // The queue keeps what nobody waits for any more; then it must cost nothing.
            AtomicBoolean gone = new AtomicBoolean();
            return Uni.createFrom()
                    .deferred(() -> places.get(() -> gone.get()
                            ? Uni.createFrom().nullItem()
                            : work.get().map(Object.class::cast)))
                    .map(done -> (T) done)
                    .onFailure(BulkheadException.class)
                    .transform(full -> overloaded())
                    .onCancellation()
                    .invoke(() -> gone.set(true));
        });
    }

    private static DomainException overloaded() {
        return new DomainException(
                        ErrorCode.OVERLOADED, "Too many pictures are being worked on; try again in a moment.")
                .retryAfter(RETRY_AFTER);
    }
}
