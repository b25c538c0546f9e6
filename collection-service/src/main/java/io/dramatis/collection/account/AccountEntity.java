package io.dramatis.collection.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "account")
class AccountEntity {

    @Id
    UUID id;

    String username;
    String email;
    String displayName;
    String passwordHash;
    boolean admin;

    @Version
    long version;

    Instant createdAt;
    Instant updatedAt;
}
