package io.dramatis.portrait.character;

import io.dramatis.events.CharacterSnapshot;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.ClientWebApplicationException;

/** The catalog, as the caller sees it. */
@ApplicationScoped
class CatalogClient {

    private final CatalogRestClient catalog;

    CatalogClient(@RestClient CatalogRestClient catalog) {
        this.catalog = catalog;
    }

    /**
     * An expected answer such as 404 is none of the breaker's business, so it becomes a value. Asked again where the
     * connection broke, as a kept one does when the other side restarts: reading twice does no harm.
     *
     * @param bearerToken the caller's; null for anonymous
     * @return null where there is no such character, or none that the caller may see
     */
    @Retry(
            maxRetries = 2,
            delay = 20,
            retryOn = {IOException.class, ProcessingException.class})
    @Timeout(value = 2, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 2, delayUnit = ChronoUnit.SECONDS)
    Uni<CharacterSnapshot> find(UUID characterId, String bearerToken) {
        return catalog.getCharacter(characterId, bearerToken == null ? null : "Bearer " + bearerToken)
                .onFailure(CatalogClient::isRefusal)
                .recoverWithNull();
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof ClientWebApplicationException answer
                && answer.getResponse().getStatus() >= 400
                && answer.getResponse().getStatus() < 500;
    }
}
