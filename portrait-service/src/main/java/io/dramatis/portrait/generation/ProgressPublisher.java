package io.dramatis.portrait.generation;

import io.dramatis.events.GenerationProgressed;
import io.dramatis.events.GenerationRequested;
import io.dramatis.kit.outbox.EventCodec;
import io.dramatis.kit.outbox.Outbox;
import io.dramatis.portrait.generation.GenerationJobRepository.LeasedJob;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Tells all replicas how far a job is, without any promise: streams look at the job itself now and then. */
@ApplicationScoped
class ProgressPublisher {

    private final MutinyEmitter<byte[]> emitter;
    private final EventCodec codec;
    private final Outbox outbox;

    ProgressPublisher(
            @Channel("generation-progress-out") @OnOverflow(OnOverflow.Strategy.DROP) MutinyEmitter<byte[]> emitter,
            EventCodec codec,
            Outbox outbox) {
        this.emitter = emitter;
        this.codec = codec;
        this.outbox = outbox;
    }

    void running(LeasedJob job, GenerationRequested event, int percent, String message) {
        publish(job, event, GenerationState.RUNNING, percent, message);
    }

    /** The attempt is over; what came of it stands in the job. */
    void left(LeasedJob job, GenerationRequested event, GenerationState state) {
        publish(job, event, state, state.terminal() ? 100 : 0, null);
    }

    private void publish(LeasedJob job, GenerationRequested event, GenerationState state, int percent, String text) {
        GenerationProgressed progressed = new GenerationProgressed(
                job.id(),
                event.characterId(),
                event.ownerId(),
                state.wire(),
                percent,
                text,
                null,
                null,
                JobStatus.sequence(job.attempt(), state, percent));
        byte[] value = codec.encode(outbox.wrap(progressed)).getBytes(StandardCharsets.UTF_8);
        emitter.sendMessageAndForget(Message.of(value)
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(job.id().toString())
                        .build()));
    }
}
