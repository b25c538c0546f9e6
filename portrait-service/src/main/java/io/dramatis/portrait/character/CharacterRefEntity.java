package io.dramatis.portrait.character;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "character_ref")
class CharacterRefEntity {

    @Id
    @Column(name = "character_id")
    UUID characterId;

    @Column(name = "owner_id")
    UUID ownerId;

    boolean published;

    long version;

    boolean deleted;
}
