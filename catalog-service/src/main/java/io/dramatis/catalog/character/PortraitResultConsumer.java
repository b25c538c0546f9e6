package io.dramatis.catalog.character;

import io.dramatis.events.DomainEvent;
import io.dramatis.events.EventEnvelope;
import io.dramatis.events.GenerationCancelled;
import io.dramatis.events.GenerationCompleted;
import io.dramatis.events.GenerationFailed;
import io.dramatis.events.PortraitChanged;
import io.dramatis.kit.inbox.EventIntake;
import io.dramatis.kit.outbox.PoisonEventException;
import io.dramatis.kit.persistence.DatabaseTime;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Gives characters the portraits that were made for them. */
@ApplicationScoped
class PortraitResultConsumer {

    private final EventIntake intake;
    private final CharacterService characters;

    PortraitResultConsumer(EventIntake intake, CharacterService characters) {
        this.intake = intake;
        this.characters = characters;
    }

    @Incoming("generation-results-in")
    Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
        return intake.take(record, this::take);
    }

    private Uni<Void> take(EventEnvelope<DomainEvent> envelope) {
        if (envelope.payload() instanceof GenerationCompleted completed) {
            requireComplete(completed);
            if (!completed.setsPortrait()) {
                return Uni.createFrom().voidItem();
            }
            return characters.setPortrait(envelope.eventId(), completed);
        }
        if (envelope.payload() instanceof PortraitChanged changed) {
            requireComplete(changed);
            return characters.setPortrait(envelope.eventId(), changed);
        }
        if (envelope.payload() instanceof GenerationFailed || envelope.payload() instanceof GenerationCancelled) {
            // The job's own status tells of it; the character keeps the portrait it has.
            return Uni.createFrom().voidItem();
        }
        throw new PoisonEventException("a " + envelope.eventType() + " is no generation result", null);
    }

    private static void requireComplete(GenerationCompleted completed) {
        if (completed.jobId() == null
                || completed.characterId() == null
                || completed.ownerId() == null
                || completed.completedAt() == null
                || !DatabaseTime.holds(completed.completedAt())
                || completed.images() == null
                || completed.images().isEmpty()
                || completed.images().get(0) == null
                || completed.images().get(0).imageId() == null
                || completed.images().get(0).url() == null) {
            throw new PoisonEventException("a GenerationCompleted lacks what makes it a portrait", null);
        }
    }

    private static void requireComplete(PortraitChanged changed) {
        if (changed.characterId() == null
                || changed.ownerId() == null
                || changed.changedAt() == null
                || !DatabaseTime.holds(changed.changedAt())
                || (changed.image() != null
                        && (changed.image().imageId() == null || changed.image().url() == null))) {
            throw new PoisonEventException("a PortraitChanged lacks what it changes", null);
        }
    }
}
