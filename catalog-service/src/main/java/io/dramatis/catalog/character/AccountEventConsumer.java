package io.dramatis.catalog.character;

import io.dramatis.events.AccountDeleted;
import io.dramatis.events.DomainEvent;
import io.dramatis.events.EventEnvelope;
import io.dramatis.kit.inbox.EventIntake;
import io.dramatis.kit.outbox.PoisonEventException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Erases the characters of accounts that are gone. */
@ApplicationScoped
class AccountEventConsumer {

    private final EventIntake intake;
    private final CharacterService characters;

    AccountEventConsumer(EventIntake intake, CharacterService characters) {
        this.intake = intake;
        this.characters = characters;
    }

    @Incoming("account-events-in")
    Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
        return intake.take(record, this::take);
    }

    private Uni<Void> take(EventEnvelope<DomainEvent> envelope) {
        if (envelope.payload() instanceof AccountDeleted deleted && deleted.accountId() != null) {
            return erase(deleted.accountId());
        }
        throw new PoisonEventException("a " + envelope.eventType() + " is no account event", null);
    }

    /** Batch by batch, each a transaction of its own; a failure in between is retried from where it stopped. */
    private Uni<Void> erase(UUID account) {
        return Multi.createBy()
                .repeating()
                .uni(() -> characters.eraseSome(account))
                .whilst(erased -> erased > 0)
                .onItem()
                .ignoreAsUni();
    }
}
