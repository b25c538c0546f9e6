package io.dramatis.portrait.provider.builtin;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Draws one picture before the service is ready: a native image that lacks a part of Java2D shows it here and not to
 * the first user, and the first user does not wait for the classes to load.
 */
@Readiness
@ApplicationScoped
class BuiltinReadiness implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(BuiltinReadiness.class);
    private static final int SIZE = 64;

    private final PortraitStudio studio = new PortraitStudio();
    private volatile boolean drew;

    void start(@Observes StartupEvent event) {
        Infrastructure.getDefaultWorkerPool().execute(() -> {
            try {
                drew = studio.png(Briefs.empty(), SIZE).length > 0;
            } catch (RuntimeException | LinkageError e) {
                LOG.error("the built-in artist cannot draw here", e);
            }
        });
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("built-in artist").status(drew).build();
    }
}
