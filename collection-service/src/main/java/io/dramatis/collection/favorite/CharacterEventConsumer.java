package io.dramatis.collection.favorite;

import io.dramatis.events.CharacterCreated;
import io.dramatis.events.CharacterDeleted;
import io.dramatis.events.CharacterSnapshot;
import io.dramatis.events.CharacterUpdated;
import io.dramatis.events.DomainEvent;
import io.dramatis.kit.inbox.EventIntake;
import io.dramatis.kit.outbox.PoisonEventException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Keeps the snapshots fresh. Needs no inbox: a character's version tells what is new, so records that come twice or out
 * of order change nothing.
 */
@ApplicationScoped
class CharacterEventConsumer {

    private final EventIntake intake;
    private final SnapshotService snapshots;

    CharacterEventConsumer(EventIntake intake, SnapshotService snapshots) {
        this.intake = intake;
        this.snapshots = snapshots;
    }

    @Incoming("character-events-in")
    Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
        return intake.take(record, envelope -> apply(envelope.payload()));
    }

    private Uni<Void> apply(DomainEvent event) {
        if (event instanceof CharacterCreated created) {
            return snapshots.learn(whole(created.character()));
        }
        if (event instanceof CharacterUpdated updated) {
            return snapshots.learn(whole(updated.character()));
        }
        if (event instanceof CharacterDeleted deleted && deleted.characterId() != null) {
            return snapshots.forget(deleted.characterId());
        }
        throw new PoisonEventException("no event of a character", null);
    }

    private static CharacterSnapshot whole(CharacterSnapshot character) {
        if (character == null
                || character.id() == null
                || character.ownerId() == null
                || character.name() == null
                || character.version() < 1) {
            throw new PoisonEventException("the character lacks its id, owner, name or version", null);
        }
        return character;
    }
}
