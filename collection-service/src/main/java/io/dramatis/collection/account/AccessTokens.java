package io.dramatis.collection.account;

import io.dramatis.kit.id.Ids;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Issues what the services accept as proof of an account: a short-lived ES256 token that nobody has to ask back for. */
@ApplicationScoped
class AccessTokens {

    private final SigningKeys keys;
    private final IdentityConfig identity;
    private final AccountConfig config;
    private final Ids ids;

    AccessTokens(SigningKeys keys, IdentityConfig identity, AccountConfig config, Ids ids) {
        this.keys = keys;
        this.identity = identity;
        this.config = config;
        this.ids = ids;
    }

    String issue(AccountResponse account) {
        SigningKey key = keys.current();
        Instant now = Instant.now();
        return Jwt.claims()
                .issuer(identity.issuer())
                .audience(identity.audience())
                .subject(account.id().toString())
                .groups(Set.copyOf(account.groups()))
                .claim("jti", ids.next().toString())
                .issuedAt(now)
                .expiresAt(now.plus(lifetime()))
                .jws()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId(key.kid())
                .sign(key.privateKey());
    }

    Duration lifetime() {
        return config.token().accessLifetime();
    }
}
