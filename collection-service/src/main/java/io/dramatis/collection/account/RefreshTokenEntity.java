package io.dramatis.collection.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "refresh_token")
class RefreshTokenEntity {

    @Id
    byte[] tokenHash;

    UUID familyId;
    Instant issuedAt;
    Instant expiresAt;

    /** When it was exchanged for its successor; null while it is the family's valid one. */
    Instant spentAt;
}
