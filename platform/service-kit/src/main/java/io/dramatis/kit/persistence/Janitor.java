package io.dramatis.kit.persistence;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets what is remembered for a time only, so that no table grows without end. */
@ApplicationScoped
public class Janitor {

    private final Pool pool;

    Janitor(Pool pool) {
        this.pool = pool;
    }

    @Scheduled(every = "{dramatis.janitor.every}", delayed = "1m")
    Uni<Void> sweep() {
        return pool.query("delete from idempotency_key where created_at < now() - interval '24 hours'")
                .execute()
                .chain(() -> pool.query("delete from inbox_event where received_at < now() - interval '7 days'")
                        .execute())
                .replaceWithVoid();
    }
}
