package io.dramatis.kit.outbox;

import io.dramatis.events.DomainEvent;
import io.dramatis.events.EventEnvelope;
import io.dramatis.kit.id.Ids;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Events that become public if and only if the state they tell of does: {@link #append} writes a row in the caller's
 * transaction, the {@link OutboxRelay} publishes it afterwards.
 */
@ApplicationScoped
public class Outbox {

    private final Ids ids;
    private final EventCodec codec;
    private final OutboxRelay relay;

    Outbox(Ids ids, EventCodec codec, OutboxRelay relay) {
        this.ids = ids;
        this.codec = codec;
        this.relay = relay;
    }

    /** To be called inside a {@code @WithTransaction} method, after the change itself. */
    public Uni<Void> append(DomainEvent event) {
        EventEnvelope<DomainEvent> envelope = wrap(event);
        String payload = codec.encode(envelope);
        // The change is flushed first: its row lock then orders the sequence numbers of one aggregate's events.
        return Panache.getSession()
                .chain(session -> session.flush().chain(() -> session.createNativeQuery("""
                                        insert into outbox_event (id, aggregatetype, aggregateid, type, topic, payload)
                                        values (:id, :aggregatetype, :aggregateid, :type, :topic, :payload)
                                        """)
                        .setParameter("id", envelope.eventId())
                        .setParameter("aggregatetype", event.aggregateType())
                        .setParameter("aggregateid", event.key())
                        .setParameter("type", envelope.eventType())
                        .setParameter("topic", event.topic())
                        .setParameter("payload", payload)
                        .executeUpdate()))
                .invoke(relay::nudge)
                .replaceWithVoid();
    }

    /** The envelope as it would be stored; for events that are published directly because they may be lost. */
    public EventEnvelope<DomainEvent> wrap(DomainEvent event) {
        SpanContext span = Span.current().getSpanContext();
        return new EventEnvelope<>(
                ids.next(),
                event.getClass().getSimpleName(),
                1,
                Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.MILLIS),
                span.isValid() ? span.getTraceId() : null,
                event);
    }
}
