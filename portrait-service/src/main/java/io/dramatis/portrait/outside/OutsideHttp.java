package io.dramatis.portrait.outside;

import io.dramatis.kit.outside.OutsideAnswer;
import io.dramatis.kit.outside.OutsideClient;
import io.dramatis.kit.outside.OutsideException;
import io.dramatis.kit.outside.OutsideRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Image providers and language models are called by this. */
@ApplicationScoped
public class OutsideHttp {

    private final OutsideClient client;

    public OutsideHttp(Vertx vertx, OutsideConfig config) {
        this.client = new OutsideClient(
                vertx,
                new HttpClientOptions(),
                config.connectTimeout(),
                config.connectionsPerHost(),
                config.waitingPerHost());
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /**
     * The whole answer, whatever its status.
     *
     * @param timeout until the answer's last byte
     * @param maxBytes of the answer's body
     * @throws OutsideException as the Uni's failure
     */
    public Uni<OutsideAnswer> send(OutsideRequest asked, Duration timeout, long maxBytes) {
        return client.send(asked, timeout, maxBytes);
    }
}
