package io.dramatis.gateway.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers as they lie in the shared cache: a JSON object with {@code fetched_at}, in epoch milliseconds, and {@code items}. */
@RegisterForReflection(
        targets = {
            FoundCharacter.class,
            ExternalCharacter.class,
            ExternalCharacter.OtherSource.class,
            SharedId.class,
            ExternalTitle.class,
            ExternalTitle.Titles.class,
            CharacterKind.class,
            Genre.class,
            MergeReason.class,
            TitleStatus.class,
            TitleType.class
        })
final class AnswerCodec {

    /** Part of every key; to be raised when the shape or the meaning of the records changes. */
    static final int VERSION = 1;

    private static final String FETCHED_AT = "fetched_at";
    private static final String ITEMS = "items";

    /** Its own, as what the API's is configured for must not change what other replicas can read. */
    private final ObjectMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    Buffer write(CachedAnswer<?> answer) throws JsonProcessingException {
        return Buffer.buffer(
                json.writeValueAsBytes(Map.of(FETCHED_AT, answer.fetchedAt().toEpochMilli(), ITEMS, answer.items())));
    }

    /** Empty for what cannot be read. */
    <T> Optional<CachedAnswer<T>> read(Buffer value, Class<T> type) {
        try {
            JsonNode whole = json.readTree(value.getBytes());
            if (!whole.path(FETCHED_AT).canConvertToLong() || !whole.path(ITEMS).isArray()) {
                return Optional.empty();
            }
            List<T> items = json.readerForListOf(type).readValue(whole.get(ITEMS));
            if (items.contains(null)) {
                return Optional.empty();
            }
            return Optional.of(new CachedAnswer<>(
                    List.copyOf(items),
                    Instant.ofEpochMilli(whole.get(FETCHED_AT).longValue())));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
