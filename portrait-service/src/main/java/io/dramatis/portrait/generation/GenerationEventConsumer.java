package io.dramatis.portrait.generation;

import io.dramatis.events.AccountDeleted;
import io.dramatis.events.CharacterCreated;
import io.dramatis.events.CharacterDeleted;
import io.dramatis.events.CharacterUpdated;
import io.dramatis.events.DomainEvent;
import io.dramatis.events.GenerationProgressed;
import io.dramatis.events.GenerationRequested;
import io.dramatis.kit.inbox.EventIntake;
import io.dramatis.kit.outbox.PoisonEventException;
import io.dramatis.portrait.generation.QueueService.Erased;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What the service hears. All of it is idempotent by state: a version, a job's state, rows that are gone. */
@ApplicationScoped
class GenerationEventConsumer {

    private final EventIntake intake;
    private final QueueService service;
    private final GenerationWorker worker;
    private final ProgressPublisher progress;
    private final StatusStreams streams;

    GenerationEventConsumer(
            EventIntake intake,
            QueueService service,
            GenerationWorker worker,
            ProgressPublisher progress,
            StatusStreams streams) {
        this.intake = intake;
        this.service = service;
        this.worker = worker;
        this.progress = progress;
        this.streams = streams;
    }

    /** Acknowledged as soon as the job waits in the queue; an image takes far too long to hold a record. */
    @Incoming("generation-requests-in")
    Uni<Void> request(ConsumerRecord<String, byte[]> record) {
        return intake.take(record, envelope -> {
            if (envelope.payload() instanceof GenerationRequested request) {
                return service.enqueue(request).invoke(worker::wake);
            }
            return foreign(envelope.payload());
        });
    }

    @Incoming("generation-progress-in")
    Uni<Void> progress(ConsumerRecord<String, byte[]> record) {
        return intake.take(record, envelope -> {
            if (envelope.payload() instanceof GenerationProgressed progressed) {
                if (GenerationState.CANCELLED.wire().equals(progressed.state())) {
                    worker.abandon(progressed.jobId());
                }
                streams.progressed(progressed);
            }
            return Uni.createFrom().voidItem();
        });
    }

    @Incoming("character-events-in")
    Uni<Void> character(ConsumerRecord<String, byte[]> record) {
        return intake.take(record, envelope -> {
            DomainEvent event = envelope.payload();
            if (event instanceof CharacterCreated created) {
                return service.characterChanged(created.character());
            }
            if (event instanceof CharacterUpdated updated) {
                return service.characterChanged(updated.character());
            }
            if (event instanceof CharacterDeleted deleted) {
                return untilNone(
                        () -> service.characterDeleted(deleted.characterId(), deleted.ownerId(), deleted.version()));
            }
            return foreign(event);
        });
    }

    @Incoming("account-events-in")
    Uni<Void> account(ConsumerRecord<String, byte[]> record) {
        return intake.take(record, envelope -> {
            if (envelope.payload() instanceof AccountDeleted deleted) {
                return untilNone(() -> service.accountDeleted(deleted.accountId()));
            }
            return foreign(envelope.payload());
        });
    }

    /** Batch after batch, each in a transaction of its own. */
    private Uni<Void> untilNone(Supplier<Uni<Erased>> batch) {
        return Uni.createFrom()
                .deferred(batch::get)
                .invoke(erased -> progress.cancelled(erased.cancelled()))
                .repeat()
                .until(erased -> erased.count() == 0)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Void> foreign(DomainEvent event) {
        return Uni.createFrom()
                .failure(new PoisonEventException(
                        event.getClass().getSimpleName() + " does not belong on this topic", null));
    }
}
