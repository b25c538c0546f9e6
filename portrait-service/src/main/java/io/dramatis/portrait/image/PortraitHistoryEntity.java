package io.dramatis.portrait.image;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "portrait_history")
class PortraitHistoryEntity {

    @Id
    UUID id;

    @Column(name = "character_id")
    UUID characterId;

    @Column(name = "owner_id")
    UUID ownerId;

    @Column(name = "image_id")
    UUID imageId;

    String reason;

    @Column(name = "changed_at")
    Instant changedAt;
}
