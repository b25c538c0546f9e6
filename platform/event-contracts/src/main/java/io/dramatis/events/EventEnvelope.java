package io.dramatis.events;

import java.time.Instant;
import java.util.UUID;

/**
 * What every record's value looks like.
 *
 * @param eventId unique; consumers remember it to be idempotent
 * @param eventType simple name of the payload's record, as {@code CharacterCreated}
 * @param version of the payload's shape, from 1
 * @param occurredAt UTC
 * @param traceId W3C trace id of the request that caused it, or null
 */
public record EventEnvelope<T extends DomainEvent>(
        UUID eventId, String eventType, int version, Instant occurredAt, String traceId, T payload) {}
