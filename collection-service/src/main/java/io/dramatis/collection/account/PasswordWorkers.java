package io.dramatis.collection.account;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Hashes passwords away from the event loops, a few at a time and with a short queue: what a flood of sign-ins may cost
 * is bounded in memory, in processors and in waiting.
 */
@ApplicationScoped
class PasswordWorkers {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final PasswordHasher hasher;
    private final ThreadPoolExecutor workers;

    PasswordWorkers(AccountConfig config, MeterRegistry meters) {
        AccountConfig.Password password = config.password();
        this.hasher = new PasswordHasher(
                new PasswordHasher.Cost(password.memoryKib(), password.iterations(), password.parallelism()),
                new SecureRandom());
        this.workers = new ThreadPoolExecutor(
                password.workers(),
                password.workers(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(password.queue()),
                work -> {
                    Thread thread = new Thread(work, "password-worker");
                    thread.setDaemon(true);
                    return thread;
                });
        meters.gauge(
                "dramatis.passwords.waiting", workers, pool -> pool.getQueue().size());
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }

    Uni<String> hash(String password) {
        return onWorker(() -> hasher.hash(password));
    }

    /** @param storedHash empty for a user name that nobody has; takes as long as any other */
    Uni<Verdict> verify(String password, Optional<String> storedHash) {
        return onWorker(() -> {
            boolean right = hasher.matches(password, storedHash.orElseGet(hasher::nobodysHash));
            Optional<String> stronger =
                    storedHash.filter(hash -> right && hasher.isOutdated(hash)).map(hash -> hasher.hash(password));
            return new Verdict(right, stronger);
        });
    }

    private <T> Uni<T> onWorker(Supplier<T> work) {
        Executor back = callersContext();
        return Uni.createFrom()
                .<T>emitter(result -> {
                    AtomicBoolean abandoned = new AtomicBoolean();
                    result.onTermination(() -> abandoned.set(true));
                    try {
                        workers.execute(() -> {
                            // The client is gone: its turn goes to the next one.
                            if (abandoned.get()) {
                                return;
                            }
                            try {
                                result.complete(work.get());
                            } catch (RuntimeException e) {
                                result.fail(e);
                            }
                        });
                    } catch (RejectedExecutionException full) {
                        result.fail(new DomainException(
                                        ErrorCode.RATE_LIMITED, "Too many sign-ins at this moment; try again.")
                                .retryAfter(RETRY_AFTER));
                    }
                })
                .emitOn(back);
    }

    /** Database sessions belong to the event loop of their request, so the result must return there. */
    private static Executor callersContext() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : work -> context.runOnContext(ignored -> work.run());
    }

    /**
     * @param right whether it is the account's password
     * @param stronger the hash to store from now on, where the stored one was made at another cost
     */
    record Verdict(boolean right, Optional<String> stronger) {}
}
