package io.dramatis.collection.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "signing_key")
class SigningKeyEntity {

    @Id
    String kid;

    String publicJwk;

    /** Null where the private half is in a file. */
    String privateJwk;

    Instant createdAt;
    Instant retiredAt;
}
