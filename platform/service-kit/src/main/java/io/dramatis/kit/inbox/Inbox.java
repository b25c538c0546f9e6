package io.dramatis.kit.inbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Remembers, in the effect's own transaction, which events had their effect. */
@ApplicationScoped
public class Inbox {

    /**
     * Whether this consumer sees the event for the first time; to be called inside a {@code @WithTransaction} method
     * before the effect. A second delivery running at the same time waits for the first one's commit.
     */
    public Uni<Boolean> firstTime(String consumer, UUID eventId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into inbox_event (consumer, event_id) values (:consumer, :event_id)
                                on conflict do nothing
                                """)
                        .setParameter("consumer", consumer)
                        .setParameter("event_id", eventId)
                        .executeUpdate())
                .map(inserted -> inserted == 1);
    }
}
