package io.dramatis.portrait.generation;

import io.dramatis.events.GenerationProgressed;
import io.dramatis.kit.outbox.EventCodec;
import io.dramatis.kit.outbox.Outbox;
import io.dramatis.portrait.generation.GenerationJobRepository.CancelledJob;
import io.dramatis.portrait.generation.JobLeases.LeasedJob;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Tells all replicas how far a job is, without any promise: streams look at the job itself now and then. */
@ApplicationScoped
class ProgressPublisher {

    private final MutinyEmitter<byte[]> emitter;
    private final EventCodec codec;
    private final Outbox outbox;
    private final GenerationConfig config;
    private final Vertx vertx;
    /** The newest step of each job that is not told yet. */
    private final Map<UUID, Step> waiting = new ConcurrentHashMap<>();

    ProgressPublisher(
            @Channel("generation-progress-out") @OnOverflow(OnOverflow.Strategy.DROP) MutinyEmitter<byte[]> emitter,
            EventCodec codec,
            Outbox outbox,
            GenerationConfig config,
            Vertx vertx) {
        this.emitter = emitter;
        this.codec = codec;
        this.outbox = outbox;
        this.config = config;
        this.vertx = vertx;
    }

    /** Told a moment later, unless the job is further by then: nobody sees the steps of one that is quick. */
    void running(LeasedJob job, int percent, String message) {
        if (waiting.put(job.id(), new Step(job, percent, message)) == null) {
            vertx.setTimer(Math.max(1, config.progressPause().toMillis()), ignored -> tell(waiting.remove(job.id())));
        }
    }

    private void tell(Step step) {
        if (step != null) {
            LeasedJob job = step.job;
            publish(
                    job.id(),
                    job.characterId(),
                    job.ownerId(),
                    job.attempt(),
                    GenerationState.RUNNING,
                    step.percent,
                    step.message);
        }
    }

    /** The attempt is over; what came of it stands in the job. */
    void left(LeasedJob job, GenerationState state) {
        waiting.remove(job.id());
        int percent = state.terminal() ? 100 : 0;
        publish(job.id(), job.characterId(), job.ownerId(), job.attempt(), state, percent, null);
    }

    /** Whoever works on it may stop. */
    void cancelled(List<CancelledJob> jobs) {
        jobs.forEach(job -> publish(
                job.id(), job.characterId(), job.ownerId(), job.attempt(), GenerationState.CANCELLED, 100, null));
    }

    private void publish(
            UUID jobId, UUID characterId, UUID ownerId, int attempt, GenerationState state, int percent, String text) {
        GenerationProgressed progressed = new GenerationProgressed(
                jobId,
                characterId,
                ownerId,
                state.wire(),
                percent,
                text,
                null,
                null,
                JobStatus.sequence(attempt, state, percent));
        byte[] value = codec.encode(outbox.wrap(progressed)).getBytes(StandardCharsets.UTF_8);
        emitter.sendMessageAndForget(Message.of(value)
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(jobId.toString())
                        .build()));
    }

    private record Step(LeasedJob job, int percent, String message) {}
}
