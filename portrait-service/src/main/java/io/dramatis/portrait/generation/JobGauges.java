package io.dramatis.portrait.generation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Unfinished jobs by state, for operators, and altogether, for who must not add to too many. */
@ApplicationScoped
class JobGauges {

    private final QueueService service;
    private final QueueLength length;
    private final Map<String, AtomicLong> counts = new TreeMap<>();

    JobGauges(QueueService service, QueueLength length, MeterRegistry meters) {
        this.service = service;
        this.length = length;
        for (GenerationState state :
                List.of(GenerationState.ACCEPTED, GenerationState.QUEUED, GenerationState.RUNNING)) {
            counts.put(
                    state.wire(),
                    meters.gauge("dramatis.generation.jobs", Tags.of("state", state.wire()), new AtomicLong()));
        }
    }

    @Scheduled(
            every = "{dramatis.portrait.generation.gauge-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> count() {
        return service.countByState()
                .invoke(found -> {
                    counts.forEach((state, gauge) -> gauge.set(found.getOrDefault(state, 0L)));
                    length.counted(
                            found.values().stream().mapToLong(Long::longValue).sum());
                })
                .replaceWithVoid();
    }
}
