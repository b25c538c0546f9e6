package io.dramatis.collection.account;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

@ApplicationScoped
class RefreshTokenRepository implements PanacheRepositoryBase<RefreshTokenEntity, byte[]> {

    Uni<RefreshTokenEntity> find(RefreshToken token) {
        return find("tokenHash", (Object) token.hash()).firstResult();
    }

    Uni<Long> eraseExpired(Instant now) {
        return delete("expiresAt < ?1", now);
    }
}
