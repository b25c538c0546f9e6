package io.dramatis.events;

import java.util.UUID;

/**
 * Something that happened, in the past tense, as the services tell one another. Every event names its topic and the
 * key that orders it; on the wire it is the {@code payload} of an {@link EventEnvelope}. Fields are only ever added.
 */
public sealed interface DomainEvent
        permits CharacterCreated,
                CharacterUpdated,
                CharacterDeleted,
                GenerationRequested,
                GenerationProgressed,
                GenerationCompleted,
                GenerationFailed,
                GenerationCancelled,
                PortraitChanged,
                AccountDeleted {

    /** The Kafka topic, one of {@link Topics}. */
    String topic();

    /** The aggregate's id: the record's key, so that events of one aggregate stay in order. */
    UUID key();

    /** The aggregate's kind, for the outbox's {@code aggregatetype} column. */
    String aggregateType();
}
