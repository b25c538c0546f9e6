package io.dramatis.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dramatis.events.AccountDeleted;
import io.dramatis.events.CharacterCreated;
import io.dramatis.events.CharacterDeleted;
import io.dramatis.events.CharacterSnapshot;
import io.dramatis.events.CharacterUpdated;
import io.dramatis.events.DomainEvent;
import io.dramatis.events.EventEnvelope;
import io.dramatis.events.GeneratedImage;
import io.dramatis.events.GenerationCancelled;
import io.dramatis.events.GenerationCompleted;
import io.dramatis.events.GenerationFailed;
import io.dramatis.events.GenerationProgressed;
import io.dramatis.events.GenerationRequested;
import io.dramatis.events.PortraitChanged;
import io.dramatis.events.VisualProfile;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Events to bytes and back. */
@ApplicationScoped
@RegisterForReflection(
        targets = {
            EventEnvelope.class,
            CharacterCreated.class,
            CharacterUpdated.class,
            CharacterDeleted.class,
            CharacterSnapshot.class,
            VisualProfile.class,
            GenerationRequested.class,
            GenerationProgressed.class,
            GenerationCompleted.class,
            GenerationFailed.class,
            GenerationCancelled.class,
            GeneratedImage.class,
            PortraitChanged.class,
            AccountDeleted.class
        })
public class EventCodec {

    private static final Map<String, Class<? extends DomainEvent>> TYPES = Stream.of(
                    CharacterCreated.class,
                    CharacterUpdated.class,
                    CharacterDeleted.class,
                    GenerationRequested.class,
                    GenerationProgressed.class,
                    GenerationCompleted.class,
                    GenerationFailed.class,
                    GenerationCancelled.class,
                    PortraitChanged.class,
                    AccountDeleted.class)
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, type -> type));

    private final ObjectMapper json;

    EventCodec(ObjectMapper json) {
        this.json = json;
    }

    public String encode(EventEnvelope<?> envelope) {
        try {
            return json.writeValueAsString(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("event of type " + envelope.eventType() + " is not serialisable", e);
        }
    }

    /**
     * @param value a record's value, from any producer
     * @throws PoisonEventException where it is no event of ours
     */
    public EventEnvelope<DomainEvent> decode(byte[] value) {
        if (value == null) {
            throw new PoisonEventException("the record has no value", null);
        }
        try {
            JsonNode tree = json.readTree(value);
            Class<? extends DomainEvent> type =
                    TYPES.get(tree.path("event_type").asText());
            if (type == null) {
                throw new PoisonEventException("unknown event_type", null);
            }
            EventEnvelope<DomainEvent> envelope = json.readValue(
                    json.treeAsTokens(tree), json.getTypeFactory().constructParametricType(EventEnvelope.class, type));
            if (envelope.eventId() == null || envelope.payload() == null) {
                throw new PoisonEventException("event_id or payload is missing", null);
            }
            return envelope;
        } catch (IOException broken) {
            throw new PoisonEventException("the value is not the JSON of an event", broken);
        }
    }
}
