package io.dramatis.collection.account;

import io.dramatis.kit.id.Ids;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Refresh tokens rotate: each is good once and answered by its successor (RFC 9700, section 4.14.2). A token that comes
 * a second time was copied by somebody, and nobody can tell who is the owner: the whole family ends and the owner signs
 * in again. That holds for two uses at the same moment as well – one gets the successor, the other ends the family, and
 * with it that successor – so clients must not refresh in parallel.
 */
@ApplicationScoped
class RefreshTokenService {

    private static final Logger AUDIT = Logger.getLogger("io.dramatis.audit");

    private final TokenFamilyRepository families;
    private final RefreshTokenRepository tokens;
    private final AccountConfig config;
    private final Ids ids;
    private final SecureRandom random = new SecureRandom();

    RefreshTokenService(TokenFamilyRepository families, RefreshTokenRepository tokens, AccountConfig config, Ids ids) {
        this.families = families;
        this.tokens = tokens;
        this.config = config;
        this.ids = ids;
    }

    /** The first token of a new family. */
    @WithTransaction
    Uni<RefreshToken> open(UUID accountId) {
        TokenFamilyEntity family = new TokenFamilyEntity();
        family.id = ids.next();
        family.accountId = accountId;
        family.createdAt = now();
        return families.persistAndFlush(family).chain(() -> issue(family.id, family.createdAt));
    }

    /** Exchanges a token for its successor; empty where it is good for nothing. */
    @WithTransaction
    Uni<Optional<Rotation>> rotate(RefreshToken token) {
        return families.lockFamilyOf(token)
                .chain(family -> family.isPresent()
                        ? rotate(family.get(), token)
                        : Uni.createFrom().item(Optional.empty()));
    }

    /** Ends the sign-in that the token came of. No matter where there is none. */
    @WithTransaction
    Uni<Void> revoke(RefreshToken token) {
        return families.lockFamilyOf(token)
                .chain(family -> family.isPresent()
                        ? families.erase(family.get().id)
                        : Uni.createFrom().voidItem());
    }

    /** Ends all the account's sign-ins. */
    @WithTransaction
    Uni<Void> revokeAll(UUID accountId) {
        return families.eraseAllOf(accountId);
    }

    @WithTransaction
    Uni<Long> sweep() {
        return tokens.eraseExpired(now()).call(families::eraseEmpty);
    }

    /** The token is read again only now: while this waited for the family's lock, it may have been spent. */
    private Uni<Optional<Rotation>> rotate(TokenFamilyEntity family, RefreshToken token) {
        Instant now = now();
        return tokens.find(token).chain(found -> {
            if (found == null || found.expiresAt.isBefore(now)) {
                return Uni.createFrom().item(Optional.empty());
            }
            if (found.spentAt != null) {
                AUDIT.warnf(
                        "refresh token used twice, its family is revoked account_id=%s family_id=%s spent_at=%s",
                        family.accountId, family.id, found.spentAt);
                return families.erase(family.id).replaceWith(Optional.empty());
            }
            found.spentAt = now;
            return issue(family.id, now).map(successor -> Optional.of(new Rotation(family.accountId, successor)));
        });
    }

    private Uni<RefreshToken> issue(UUID familyId, Instant now) {
        RefreshToken token = RefreshToken.create(random);
        RefreshTokenEntity entity = new RefreshTokenEntity();
        entity.tokenHash = token.hash();
        entity.familyId = familyId;
        entity.issuedAt = now;
        entity.expiresAt = now.plus(config.token().refreshLifetime());
        return tokens.persist(entity).replaceWith(token);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** Whose token it was, and what comes next. */
    record Rotation(UUID accountId, RefreshToken successor) {}
}
