package io.dramatis.catalog.character;

import io.dramatis.catalog.profile.CharacterSource;
import io.dramatis.catalog.profile.VisualProfileColumns;
import io.dramatis.kit.persistence.DatabaseTime;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A stored character. Changes are made under a row lock, so the version is counted here: it is known before the flush,
 * when the event that carries it is written.
 */
@Entity
@Table(name = "characters")
class CharacterEntity {

    @Id
    UUID id;

    UUID ownerId;
    long version;
    Instant createdAt;
    Instant updatedAt;

    String name;
    String nameKey;
    String searchKey;
    String universe;
    String description;
    String chatStyle;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> exampleResponses;

    String genre;
    String source;
    String externalId;
    String siteUrl;
    String imageUrl;
    boolean published;
    String backstory;

    @Embedded
    VisualProfileColumns visual;

    @Embedded
    PortraitColumns portrait;

    static CharacterEntity create(
            UUID id, UUID ownerId, CharacterSource source, String externalId, CharacterContent content) {
        CharacterEntity character = new CharacterEntity();
        character.id = id;
        character.ownerId = ownerId;
        character.source = source.wire();
        character.externalId = externalId;
        character.createdAt = DatabaseTime.now();
        character.write(content);
        character.version = 1;
        character.updatedAt = character.createdAt;
        return character;
    }

    CharacterContent content() {
        return new CharacterContent(
                name,
                universe,
                description,
                chatStyle,
                exampleResponses,
                genre,
                siteUrl,
                imageUrl,
                published,
                backstory,
                visual.toProfile());
    }

    /** Takes the content over; returns false, and is left as it was, where there is no difference. */
    boolean change(CharacterContent content) {
        if (content.equals(content())) {
            return false;
        }
        write(content);
        changed();
        return true;
    }

    /** Takes the portrait over; returns false, and is left as it was, where it has this one or a newer. */
    boolean change(PortraitColumns result) {
        if (!result.isNewerThan(portrait)) {
            return false;
        }
        portrait = result;
        changed();
        return true;
    }

    boolean isVisibleTo(UUID viewer) {
        return published || ownerId.equals(viewer);
    }

    CharacterResponse toResponse() {
        return new CharacterResponse(
                id,
                ownerId,
                name,
                universe,
                description,
                chatStyle,
                exampleResponses,
                genre,
                source,
                externalId,
                siteUrl,
                imageUrl,
                published,
                backstory,
                visual.toProfile(),
                portrait == null ? null : portrait.url,
                portrait == null ? null : portrait.path,
                portrait == null ? null : portrait.prompt,
                portrait != null && portrait.isThere(),
                version,
                createdAt,
                updatedAt);
    }

    private void write(CharacterContent content) {
        name = content.name();
        nameKey = NameKey.of(content.name());
        searchKey = NameKey.search(content.name(), content.universe());
        universe = content.universe();
        description = content.description();
        chatStyle = content.chatStyle();
        exampleResponses = content.exampleResponses();
        genre = content.genre();
        siteUrl = content.siteUrl();
        imageUrl = content.imageUrl();
        published = content.published();
        backstory = content.backstory();
        visual = VisualProfileColumns.of(content.visual());
    }

    private void changed() {
        version++;
        updatedAt = DatabaseTime.now();
    }
}
