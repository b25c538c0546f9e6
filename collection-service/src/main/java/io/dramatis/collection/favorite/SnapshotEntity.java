package io.dramatis.collection.favorite;

import io.dramatis.events.CharacterSnapshot;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The latest that is known of a character; nothing but its id until the first is heard. */
@Entity
@Table(name = "character_snapshot")
class SnapshotEntity {

    @Id
    UUID characterId;

    long version;
    UUID ownerId;
    boolean published;
    String name;
    String universe;
    String genre;

    @Column(columnDefinition = "text")
    String document;

    boolean isKnown() {
        return document != null;
    }

    boolean isOwnedBy(UUID accountId) {
        return accountId.equals(ownerId);
    }

    /** Whether the account may see the character, as far as is known here. */
    boolean isVisibleTo(UUID accountId) {
        return isKnown() && (published || isOwnedBy(accountId));
    }

    /** Whatever the order in which news arrive, the newest version stays. */
    void learn(CharacterSnapshot character, String json) {
        if (character.version() > version) {
            version = character.version();
            ownerId = character.ownerId();
            published = character.published();
            name = character.name();
            universe = character.universe();
            genre = character.genre();
            document = json;
        }
    }
}
