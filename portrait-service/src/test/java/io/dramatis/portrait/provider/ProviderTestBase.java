package io.dramatis.portrait.provider;

import io.dramatis.portrait.outside.OutsideConfig;
import io.dramatis.portrait.outside.OutsideHttp;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;

/** A provider of ours against simulated servers of theirs, without the service around it. */
public abstract class ProviderTestBase {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    protected final ProviderSimulator simulator = new ProviderSimulator();
    protected final Map<String, String> settings = new HashMap<>();
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        simulator.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    protected <T> T config(Class<T> mapping) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(mapping)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
        return config.getConfigMapping(mapping);
    }

    protected OutsideHttp http() {
        return new OutsideHttp(vertx, config(OutsideConfig.class));
    }

    /** As many as there are threads. */
    protected static PicturePlaces places() {
        return new PicturePlaces() {
            @Override
            public <T> Uni<T> whenFree(Supplier<T> work) {
                return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
            }
        };
    }

    protected static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }

    protected static List<ProvidedImage> draw(ImageProvider provider, Requests request) {
        return await(Uni.createFrom().deferred(() -> provider.generate(request.build())));
    }

    /** How drawing fails; an error where it does not. */
    protected static Throwable failure(ImageProvider provider, Requests request) {
        return await(Uni.createFrom()
                .deferred(() -> provider.generate(request.build()))
                .onItemOrFailure()
                .transform((images, failure) -> failure));
    }
}
