package io.dramatis.collection.favorite;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "favorite")
class FavoriteEntity {

    @Id
    UUID id;

    UUID accountId;
    UUID characterId;
    Instant createdAt;
}
