package io.dramatis.collection.account;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** The key that this replica signs with, and those that anybody may verify with. */
@ApplicationScoped
class SigningKeys {

    private static final Logger LOG = Logger.getLogger(SigningKeys.class);

    private final AccountConfig config;
    private final SigningKeyService service;

    private volatile SigningKey current;

    SigningKeys(AccountConfig config, SigningKeyService service) {
        this.config = config;
        this.service = service;
    }

    /** Before the first request: a service that cannot sign does not start. */
    void load(@Observes StartupEvent event) throws Throwable {
        current = config.signingKeyPath().isPresent()
                ? fromFile(config.signingKeyPath().get())
                : VertxContextSupport.subscribeAndAwait(service::storedKey);
        LOG.infof(
                "signing key loaded kid=%s from_file=%s",
                current.kid(), config.signingKeyPath().isPresent());
    }

    SigningKey current() {
        return current;
    }

    /**
     * The public halves of all keys in use, this replica's own first. While the database is away that one alone: the
     * tokens being issued can be verified.
     */
    Uni<List<Map<String, Object>>> published() {
        return service.published()
                .onFailure()
                .invoke(failure -> LOG.warnf("publishing the own key only kid=%s reason=%s", current.kid(), failure))
                .onFailure()
                .recoverWithItem(List.of())
                .map(this::withOwn);
    }

    private SigningKey fromFile(Path path) throws Throwable {
        SigningKey key;
        try {
            key = SigningKey.parse(Files.readString(path));
        } catch (IOException | IllegalArgumentException unusable) {
            throw new IllegalStateException("dramatis.account.signing-key-path: cannot use " + path, unusable);
        }
        VertxContextSupport.subscribeAndAwait(() -> service.publish(key));
        return key;
    }

    private List<Map<String, Object>> withOwn(List<String> stored) {
        Map<String, Map<String, Object>> byKid = new LinkedHashMap<>();
        byKid.put(current.kid(), current.publicJwk());
        for (String json : stored) {
            try {
                PublicJsonWebKey key = PublicJsonWebKey.Factory.newPublicJwk(json);
                byKid.putIfAbsent(key.getKeyId(), key.toParams(PublicJsonWebKey.OutputControlLevel.PUBLIC_ONLY));
            } catch (JoseException e) {
                throw new IllegalStateException("signing_key.public_jwk holds no JWK", e);
            }
        }
        return new ArrayList<>(byKid.values());
    }
}
