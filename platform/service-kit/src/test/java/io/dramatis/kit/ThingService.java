package io.dramatis.kit;

import io.dramatis.events.AccountDeleted;
import io.dramatis.kit.id.Ids;
import io.dramatis.kit.idempotency.Idempotency;
import io.dramatis.kit.inbox.EventIntake;
import io.dramatis.kit.inbox.Inbox;
import io.dramatis.kit.outbox.Outbox;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
public class ThingService {

    record Result(UUID number) {}

    static final List<UUID> TAKEN = new CopyOnWriteArrayList<>();

    private final Outbox outbox;
    private final Idempotency idempotency;
    private final Ids ids;
    private final EventIntake intake;
    private final Inbox inbox;

    ThingService(Outbox outbox, Idempotency idempotency, Ids ids, EventIntake intake, Inbox inbox) {
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.ids = ids;
        this.intake = intake;
        this.inbox = inbox;
    }

    @WithTransaction
    Uni<Result> deleteAccount(UUID account, String key, Map<String, String> body) {
        return idempotency.once(key, account, "things.delete_account", body, Result.class, () -> outbox.append(
                        new AccountDeleted(account))
                .invoke(() -> {
                    if (body.containsKey("fail")) {
                        throw new IllegalStateException("rolled back");
                    }
                })
                .replaceWith(() -> new Result(ids.next())));
    }

    @Incoming("account-events-in")
    Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
        return intake.take(
                record, envelope -> take(envelope.eventId(), envelope.payload().key()));
    }

    @WithTransaction
    Uni<Void> take(UUID eventId, UUID account) {
        return inbox.firstTime("kit-test", eventId)
                .invoke(first -> {
                    if (first) {
                        TAKEN.add(account);
                    }
                })
                .replaceWithVoid();
    }
}
