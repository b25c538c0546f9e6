package io.dramatis.collection.favorite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dramatis.events.CharacterSnapshot;
import jakarta.enterprise.context.ApplicationScoped;

/** Characters as they are kept: the API's JSON. */
@ApplicationScoped
class SnapshotCodec {

    private final ObjectMapper json;

    SnapshotCodec(ObjectMapper json) {
        this.json = json;
    }

    String encode(CharacterSnapshot character) {
        try {
            return json.writeValueAsString(character);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a character is always serialisable", e);
        }
    }

    CharacterSnapshot decode(String document) {
        try {
            return json.readValue(document, CharacterSnapshot.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored snapshot is no character", e);
        }
    }
}
