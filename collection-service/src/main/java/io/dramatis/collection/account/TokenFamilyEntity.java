package io.dramatis.collection.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "token_family")
class TokenFamilyEntity {

    @Id
    UUID id;

    UUID accountId;
    Instant createdAt;
}
