package io.dramatis.portrait.generation;

import io.dramatis.events.GenerationProgressed;
import io.dramatis.kit.concurrent.SafeContext;
import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * The open status streams of this replica. News come over Kafka; the job itself is looked at when it should have
 * ended, and now and then anyway, since news may be lost and the end may not.
 */
@ApplicationScoped
class StatusStreams {

    private static final Logger LOG = Logger.getLogger(StatusStreams.class);

    /** Jobs looked at by one statement. */
    private static final int LOOK_BATCH = 200;

    private final JobService service;
    private final GenerationConfig config;
    private final Vertx vertx;
    private final MeterRegistry meters;
    private final Gauge gauge;
    private final Map<UUID, List<Watcher>> watchers = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    /** Watched jobs to be looked at. */
    private final Set<UUID> due = ConcurrentHashMap.newKeySet();

    private final AtomicBoolean looking = new AtomicBoolean();

    StatusStreams(JobService service, GenerationConfig config, MeterRegistry meters, Vertx vertx) {
        this.service = service;
        this.config = config;
        this.vertx = vertx;
        this.meters = meters;
        this.gauge = Gauge.builder("dramatis.status.streams", open, AtomicInteger::get)
                .register(meters);
    }

    /** A registry may outlive the application, and would go on with the first gauge of that name. */
    void stop(@Observes ShutdownEvent event) {
        meters.remove(gauge);
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(config.streamPoll().toMillis(), ignored -> {
            lookAt(watchers.keySet());
            watchers.values().forEach(all -> all.forEach(Watcher::beat));
        });
    }

    /**
     * The job's way from where it stands to its end; an empty item is a sign of life.
     *
     * @param lastSeen the sequence number a resuming client has seen, or -1
     * @throws DomainException RATE_LIMITED where too many streams are open
     */
    Multi<Optional<JobStatus>> watch(JobStatus now, long lastSeen) {
        if (now.terminal()) {
            return now.sequence() > lastSeen
                    ? Multi.createFrom().item(Optional.of(now))
                    : Multi.createFrom().empty();
        }
        if (open.get() >= config.maxStreams()) {
            throw new DomainException(ErrorCode.RATE_LIMITED, "Too many status streams are open; try again.")
                    .retryAfter(Duration.ofSeconds(5));
        }
        return Multi.createFrom()
                .emitter(
                        emitter -> {
                            Watcher watcher = new Watcher(emitter, lastSeen);
                            open.incrementAndGet();
                            emitter.onTermination(() -> leave(now.jobId(), watcher));
                            watchers.compute(now.jobId(), (id, all) -> {
                                List<Watcher> list = all == null ? new CopyOnWriteArrayList<>() : all;
                                list.add(watcher);
                                return list;
                            });
                            watcher.show(now);
                            // It may have ended between the look and the subscription.
                            lookAt(List.of(now.jobId()));
                        },
                        BackPressureStrategy.LATEST);
    }

    void progressed(GenerationProgressed news) {
        List<Watcher> all = watchers.get(news.jobId());
        if (all == null) {
            return;
        }
        if (GenerationState.of(news.state()) != GenerationState.RUNNING) {
            // The rest stands in the job: its place in the queue, its images, why it failed.
            lookAt(List.of(news.jobId()));
            return;
        }
        JobStatus status = new JobStatus(
                news.jobId(),
                news.characterId(),
                news.state(),
                news.percent(),
                news.message(),
                news.queuePosition(),
                news.etaS(),
                List.of(),
                null,
                null,
                JobStatus.attempt(news.sequence()));
        all.forEach(watcher -> watcher.show(status));
    }

    /** At once, or with all others that are to be looked at as soon as the look before is done. */
    private void lookAt(Collection<UUID> jobIds) {
        due.addAll(jobIds);
        look();
    }

    private void look() {
        if (due.isEmpty() || !looking.compareAndSet(false, true)) {
            return;
        }
        List<UUID> jobIds = due.stream().limit(LOOK_BATCH).toList();
        // One that becomes due meanwhile is looked at again.
        jobIds.forEach(due::remove);
        SafeContext.run(vertx, () -> service.statuses(jobIds))
                .subscribe()
                .with(
                        statuses -> {
                            looked();
                            statuses.forEach(this::show);
                            endThoseWithout(jobIds, statuses);
                        },
                        failure -> {
                            LOG.debugf("looking at watched jobs failed: %s", failure);
                            looked();
                        });
    }

    private void looked() {
        looking.set(false);
        look();
    }

    private void show(JobStatus status) {
        List<Watcher> all = watchers.get(status.jobId());
        if (all != null) {
            all.forEach(watcher -> watcher.show(status));
        }
    }

    /** A job that is gone with its account comes to no other end. */
    private void endThoseWithout(List<UUID> jobIds, List<JobStatus> statuses) {
        Set<UUID> gone = new HashSet<>(jobIds);
        statuses.forEach(status -> gone.remove(status.jobId()));
        gone.forEach(jobId -> watchers.getOrDefault(jobId, List.of()).forEach(Watcher::end));
    }

    private void leave(UUID jobId, Watcher watcher) {
        open.decrementAndGet();
        watchers.computeIfPresent(jobId, (id, all) -> {
            all.remove(watcher);
            return all.isEmpty() ? null : all;
        });
    }

    /** One client. */
    private final class Watcher {

        private final MultiEmitter<? super Optional<JobStatus>> emitter;
        private long seen;
        private Integer position;
        private long lastSign = System.nanoTime();

        Watcher(MultiEmitter<? super Optional<JobStatus>> emitter, long seen) {
            this.emitter = emitter;
            this.seen = seen;
        }

        /** Older news are dropped; a better place in the queue is news. */
        synchronized void show(JobStatus status) {
            boolean moved = status.queuePosition() != null
                    && status.sequence() == seen
                    && !status.queuePosition().equals(position);
            if (status.sequence() <= seen && !moved) {
                return;
            }
            seen = status.sequence();
            position = status.queuePosition();
            lastSign = System.nanoTime();
            emitter.emit(Optional.of(status));
            if (status.terminal()) {
                emitter.complete();
            }
        }

        synchronized void end() {
            emitter.complete();
        }

        synchronized void beat() {
            if (System.nanoTime() - lastSign >= config.streamHeartbeat().toNanos()) {
                lastSign = System.nanoTime();
                emitter.emit(Optional.empty());
            }
        }
    }
}
