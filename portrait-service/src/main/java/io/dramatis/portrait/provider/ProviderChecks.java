package io.dramatis.portrait.provider;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Looks now and then whether the configured providers are there, for operators and for clients that choose. */
@ApplicationScoped
class ProviderChecks {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ImageProviders providers;

    ProviderChecks(ImageProviders providers) {
        this.providers = providers;
    }

    @Scheduled(
            every = "{dramatis.portrait.provider.check-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return Multi.createFrom()
                .iterable(providers.all())
                .filter(channel -> channel.capabilities().configured())
                .onItem()
                .transformToUniAndMerge(channel -> channel.check(PATIENCE))
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
