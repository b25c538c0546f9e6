package io.dramatis.collection.favorite;

import io.dramatis.events.CharacterSnapshot;
import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.smallrye.faulttolerance.api.CircuitBreakerName;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks the catalogue on a caller's behalf, so that the catalogue decides what the caller may see. */
@ApplicationScoped
class CatalogClient {

    static final String BREAKER = "catalog";

    private final CatalogRestClient catalog;

    CatalogClient(@RestClient CatalogRestClient catalog) {
        this.catalog = catalog;
    }

    /**
     * The character, or empty where there is none for this caller; neither is a failure to the breaker. Asked again
     * where the connection broke, as a kept one does when the other side restarts: reading twice does no harm.
     *
     * @throws DomainException UNAUTHENTICATED where the catalogue refuses the token
     */
    @Retry(
            maxRetries = 2,
            delay = 20,
            retryOn = {IOException.class, ProcessingException.class})
    @Timeout(value = 2, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 10,
            failureRatio = 0.5,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            skipOn = DomainException.class)
    @CircuitBreakerName(BREAKER)
    public Uni<Optional<CharacterSnapshot>> find(UUID characterId, String token) {
        return catalog.getCharacter(characterId, "Bearer " + token)
                .map(character -> Optional.of(checked(character, characterId)))
                .onFailure(WebApplicationException.class)
                .recoverWithUni(CatalogClient::translate);
    }

    private static CharacterSnapshot checked(CharacterSnapshot character, UUID characterId) {
        if (character == null
                || !characterId.equals(character.id())
                || character.ownerId() == null
                || character.name() == null
                || character.version() < 1) {
            throw new IllegalStateException("the catalogue answered something that is not the character asked for");
        }
        return character;
    }

    private static Uni<Optional<CharacterSnapshot>> translate(WebApplicationException refused) {
        return switch (refused.getResponse().getStatus()) {
            case 404 -> Uni.createFrom().item(Optional.empty());
            case 401 ->
                Uni.createFrom()
                        .failure(new DomainException(
                                ErrorCode.UNAUTHENTICATED, "The catalogue refuses this token; get a new one."));
            default -> Uni.createFrom().failure(refused);
        };
    }
}
