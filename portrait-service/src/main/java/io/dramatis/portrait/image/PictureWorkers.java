package io.dramatis.portrait.image;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
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
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;

/**
 * Worker threads for pictures that clients bring or wait for: few at a time, as each needs memory in proportion to its
 * pixels.
 */
@ApplicationScoped
class PictureWorkers {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final TypedGuard<Uni<Object>> places;
    private final Duration patience;

    PictureWorkers(UploadConfig config) {
        this.patience = config.patience();
        this.places = TypedGuard.create(new TypeLiteral<Uni<Object>>() {})
                .withDescription("pictures")
                .withBulkhead()
                .limit(config.decoders())
                .queueSize(config.waiting())
                .done()
                .build();
    }

    /**
     * Does the work there, and goes on where the caller was.
     *
     * @throws DomainException OVERLOADED, as the Uni's failure
     */
    <T> Uni<T> work(UncheckedSupplier<T> work) {
        return guard(() -> Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(Unchecked.function((Object ignored) -> work.get())));
    }

    /**
     * The same for work that finds a thread itself.
     *
     * @throws DomainException OVERLOADED, as the Uni's failure
     */
    @SuppressWarnings("unchecked")
    <T> Uni<T> guard(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            Uni<T> result = Uni.createFrom()
                    .deferred(() -> places.get(() -> work.get().map(Object.class::cast)))
                    .map(done -> (T) done)
                    .ifNoItem()
                    .after(patience)
                    .failWith(PictureWorkers::overloaded)
                    .onFailure(BulkheadException.class)
                    .transform(full -> overloaded());
            return context == null ? result : result.emitOn(command -> context.runOnContext(ignored -> command.run()));
        });
    }

    private static DomainException overloaded() {
        return new DomainException(
                        ErrorCode.OVERLOADED, "Too many pictures are being worked on; try again in a moment.")
                .retryAfter(RETRY_AFTER);
    }
}
