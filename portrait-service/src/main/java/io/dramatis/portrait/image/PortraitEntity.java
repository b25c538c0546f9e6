package io.dramatis.portrait.image;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Which image stands for the character. */
@Entity
@Table(name = "portrait")
class PortraitEntity {

    @Id
    @Column(name = "character_id")
    UUID characterId;

    @Column(name = "image_id")
    UUID imageId;
}
