package io.dramatis.collection.account;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The signing keys as the replicas share them. */
@ApplicationScoped
class SigningKeyService {

    private final SigningKeyRepository keys;

    SigningKeyService(SigningKeyRepository keys) {
        this.keys = keys;
    }

    /** The stored key, made now if there is none: replicas that start together agree on one. */
    @WithTransaction
    Uni<SigningKey> storedKey() {
        return keys.lock()
                .chain(keys::published)
                .map(published ->
                        published.stream().filter(key -> key.privateJwk != null).findFirst())
                .chain(stored -> stored.isPresent()
                        ? Uni.createFrom().item(SigningKey.parse(stored.get().privateJwk))
                        : storeNewKey());
    }

    /** Makes the public half of a key that is kept elsewhere known to the other replicas. */
    @WithTransaction
    Uni<Void> publish(SigningKey key) {
        return keys.lock()
                .chain(() -> keys.findById(key.kid()))
                .chain(known -> known == null
                        ? keys.persist(entity(key, null))
                        : Uni.createFrom().item(known))
                .replaceWithVoid();
    }

    /** Public JWKs, JSON, the newest first. */
    @WithSession
    Uni<List<String>> published() {
        return keys.published()
                .map(all -> all.stream().map(key -> key.publicJwk).toList());
    }

    private Uni<SigningKey> storeNewKey() {
        SigningKey created = SigningKey.create();
        return keys.persist(entity(created, created.toPrivateJson())).replaceWith(created);
    }

    private static SigningKeyEntity entity(SigningKey key, String privateJwk) {
        SigningKeyEntity entity = new SigningKeyEntity();
        entity.kid = key.kid();
        entity.publicJwk = key.toPublicJson();
        entity.privateJwk = privateJwk;
        entity.createdAt = Instant.now();
        return entity;
    }
}
