package io.dramatis.portrait.generation;

import io.dramatis.kit.concurrent.SafeContext;
import io.dramatis.portrait.generation.JobLeases.LeasedJob;
import io.dramatis.portrait.generation.RunningJob.Why;
import io.dramatis.portrait.provider.ImageProviders;
import io.dramatis.portrait.provider.ProviderPlaces;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Takes jobs from the queue, has their images made, and renews their leases meanwhile. Everything that must survive is in the
 * database: this class may be killed at any line. A lease that is not renewed passes to another worker with the next
 * attempt's number.
 */
@ApplicationScoped
class GenerationWorker {

    private static final Logger LOG = Logger.getLogger(GenerationWorker.class);

    /** Heartbeats after an outage of the database within which every replica has had time for one of its own. */
    private static final int EVERYBODY_HAD_ONE = 2;

    private final QueueService queue;
    private final JobLeases leases;
    private final JobAttempts attempts;
    private final ImageProviders providers;
    private final PictureMemory memory;
    private final DurationEstimate estimate;
    private final GenerationConfig config;
    private final MeterRegistry meters;
    private final Vertx vertx;
    private final String name = UUID.randomUUID().toString();
    private final Map<UUID, RunningJob> running = new ConcurrentHashMap<>();
    private final AtomicBoolean taking = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();
    private final AtomicBoolean beating = new AtomicBoolean();

    /** Since the database was away, as far as this replica knows; one that has just started knows of no outage. */
    private volatile int heartbeats = EVERYBODY_HAD_ONE;

    private volatile boolean stopped;

    GenerationWorker(
            QueueService queue,
            JobLeases leases,
            JobAttempts attempts,
            ImageProviders providers,
            PictureMemory memory,
            DurationEstimate estimate,
            GenerationConfig config,
            MeterRegistry meters,
            Vertx vertx) {
        this.queue = queue;
        this.leases = leases;
        this.attempts = attempts;
        this.providers = providers;
        this.memory = memory;
        this.estimate = estimate;
        this.config = config;
        this.meters = meters;
        this.vertx = vertx;
        meters.gaugeMapSize("dramatis.generation.running", List.of(), running);
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(config.idleInterval().toMillis(), ignored -> wake());
        vertx.setPeriodic(config.heartbeat().toMillis(), ignored -> heartbeat());
    }

    /** Takes nothing new; what runs ends here or, after the lease, elsewhere. */
    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    /** There may be work. */
    void wake() {
        if (stopped || running.size() >= config.concurrency() || memory.isShort()) {
            return;
        }
        if (!taking.compareAndSet(false, true)) {
            again.set(true);
            return;
        }
        int free = config.concurrency() - running.size();
        List<ProviderPlaces> places = providers.places(held());
        // Leases that ran out while nobody could renew them are no sign of a death.
        int abandoned = heartbeats < EVERYBODY_HAD_ONE ? 0 : free;
        SafeContext.run(vertx, () -> leases.take(name, free, abandoned, places))
                .subscribe()
                .with(
                        leased -> {
                            leased.forEach(this::begin);
                            taken(leased.size() == free);
                        },
                        failure -> {
                            LOG.warnf("taking jobs failed, trying again reason=%s", failure.toString());
                            taken(false);
                        });
    }

    /** Jobs by the provider they are for, also those that have not reached it yet. */
    private Map<String, Integer> held() {
        return running.values().stream()
                .collect(Collectors.toMap(taken -> taken.job().wanted(), taken -> 1, Integer::sum));
    }

    private void taken(boolean maybeMore) {
        taking.set(false);
        if (again.getAndSet(false) || maybeMore) {
            wake();
        }
    }

    private void heartbeat() {
        if (!beating.compareAndSet(false, true)) {
            // The one before still waits for the database, which more of them would not make faster.
            return;
        }
        Uni.combine()
                .all()
                .unis(presence(), renewal())
                .discardItems()
                .onTermination()
                .invoke(() -> beating.set(false))
                .subscribe()
                .with(ignored -> {}, failure -> LOG.error("a heartbeat failed", failure));
    }

    private Uni<Void> presence() {
        if (stopped) {
            return Uni.createFrom().voidItem();
        }
        return SafeContext.run(vertx, () -> queue.present(name))
                .invoke(workforce -> {
                    heartbeats = Math.min(heartbeats + 1, EVERYBODY_HAD_ONE);
                    estimate.at(workforce);
                })
                .replaceWithVoid()
                .onFailure()
                .recoverWithItem(failure -> {
                    heartbeats = 0;
                    LOG.debugf("counting the workers failed: %s", failure);
                    return null;
                });
    }

    private Uni<Void> renewal() {
        if (running.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<RunningJob> ours = List.copyOf(running.values());
        List<UUID> ids = ours.stream().map(taken -> taken.job().id()).toList();
        return SafeContext.run(vertx, () -> leases.renew(name, ids))
                .invoke(alive -> ours.stream()
                        .filter(taken -> !alive.contains(taken.job().id()))
                        .forEach(taken -> taken.abandon(Why.NOT_OURS)))
                .replaceWithVoid()
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("renewing leases failed reason=%s", failure.toString());
                    return null;
                });
    }

    /** Stops working on it, if this replica does: it is cancelled. */
    void abandon(UUID jobId) {
        RunningJob taken = running.get(jobId);
        if (taken != null) {
            taken.abandon(Why.CANCELLED);
        }
    }

    private void begin(LeasedJob job) {
        RunningJob taken = new RunningJob(job);
        running.put(job.id(), taken);
        long started = System.nanoTime();
        SafeContext.run(vertx, () -> attempts.run(taken))
                .subscribe()
                .with(
                        state -> {
                            running.remove(job.id(), taken);
                            meters.counter(
                                            "dramatis.generation.attempts",
                                            "result",
                                            state.map(GenerationState::wire).orElse(taken.end()))
                                    .increment();
                            if (state.equals(Optional.of(GenerationState.COMPLETED))) {
                                estimate.took(job.wanted(), Duration.ofNanos(System.nanoTime() - started));
                            }
                            wake();
                        },
                        failure -> {
                            // The lease runs out, and the job is taken again.
                            running.remove(job.id(), taken);
                            LOG.warnf("job left to its lease job_id=%s reason=%s", job.id(), failure.toString());
                            wake();
                        });
    }
}
