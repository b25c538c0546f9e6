package io.dramatis.kit.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Publishes the outbox in its order. One replica at a time holds the advisory lock and so the order of each
 * aggregate's events; when it dies, its connection and with it the lock goes, and another takes over. A row is deleted
 * only after the broker's acknowledgement, so a crash in between publishes it again: consumers are idempotent.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    /** Any number, the same in all replicas of a service; each service has a database of its own. */
    private static final long LOCK = 0x6472616d61746973L;

    private static final long NONE = -1;

    private final Pool pool;
    private final MutinyEmitter<byte[]> emitter;
    private final OutboxConfig config;
    private final Vertx vertx;
    private final AtomicLong lastWrite = new AtomicLong();
    private final AtomicLong pending = new AtomicLong();
    private final AtomicLong lagMillis = new AtomicLong();
    /** What waits for the next look and may be told to look sooner. */
    private final AtomicLong timer = new AtomicLong(NONE);

    private volatile boolean stopped;
    private volatile SqlConnection leadership;
    private boolean failing;
    private volatile Duration pause;

    OutboxRelay(
            Pool pool,
            @Channel("outbox") MutinyEmitter<byte[]> emitter,
            OutboxConfig config,
            Vertx vertx,
            MeterRegistry meters) {
        this.pool = pool;
        this.emitter = emitter;
        this.config = config;
        this.vertx = vertx;
        this.pause = config.firstLook();
        meters.gauge("dramatis.outbox.pending", pending);
        meters.gauge("dramatis.outbox.lag.seconds", lagMillis, millis -> millis.get() / 1000.0);
    }

    void start(@Observes StartupEvent event) {
        schedule(config.idleInterval());
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    /** A row was written in this process and will be committed soon. */
    void nudge() {
        lastWrite.set(System.nanoTime());
        long waiting = timer.getAndSet(NONE);
        // Only whoever cancels the timer may start the round it stood for.
        if (waiting != NONE && vertx.cancelTimer(waiting)) {
            // Whoever does not lead can only see whether the leader is gone, which is not as urgent.
            pause = leadership == null ? config.eagerInterval() : config.firstLook();
            schedule(pause);
        }
    }

    private boolean wroteLately() {
        return System.nanoTime() - lastWrite.get() < Duration.ofSeconds(1).toNanos();
    }

    private long schedule(Duration delay) {
        return stopped ? NONE : vertx.setTimer(Math.max(1, delay.toMillis()), ignored -> round());
    }

    /** Rounds follow one another, so nothing in here runs twice at a time. */
    private void round() {
        lead().chain(leads -> leads ? publishBatch() : Uni.createFrom().item(0))
                .subscribe()
                .with(this::succeeded, this::failed);
    }

    private void succeeded(int published) {
        if (failing) {
            failing = false;
            LOG.info("outbox relay recovered");
        }
        if (stopped) {
            resign();
        } else if (published == config.batchSize()) {
            round();
        } else if (published > 0) {
            // More is likely to come, and is cheaper together.
            schedule(config.eagerInterval());
        } else if (leadership != null && wroteLately()) {
            pause = shorter(pause.multipliedBy(2), config.eagerInterval());
            timer.set(schedule(pause));
        } else {
            timer.set(schedule(config.idleInterval()));
            if (leadership != null && wroteLately()) {
                // It came too late for the look before, and too early for the timer.
                nudge();
            }
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private void failed(Throwable failure) {
        if (!failing) {
            failing = true;
            LOG.warnf("outbox relay waits for the database or the broker reason=%s", failure.toString());
        }
        resign();
        schedule(config.failurePause());
    }

    private void resign() {
        SqlConnection connection = leadership;
        leadership = null;
        if (connection != null) {
            // The lock belongs to the session, which goes back to the pool.
            connection
                    .query("select pg_advisory_unlock_all()")
                    .execute()
                    .onItemOrFailure()
                    .transformToUni((rows, failure) -> connection.close())
                    .subscribe()
                    .with(done -> {}, failure -> LOG.debugf("closing the relay's connection failed: %s", failure));
        }
    }

    private Uni<Boolean> lead() {
        if (leadership != null) {
            return Uni.createFrom().item(true);
        }
        return pool.getConnection().chain(connection -> connection
                .preparedQuery("select pg_try_advisory_lock($1)")
                .execute(Tuple.of(LOCK))
                .chain(rows -> {
                    if (rows.iterator().next().getBoolean(0)) {
                        leadership = connection;
                        return Uni.createFrom().item(true);
                    }
                    return connection.close().replaceWith(false);
                })
                .onFailure()
                .call(connection::close));
    }

    private Uni<Integer> publishBatch() {
        return leadership
                .preparedQuery("""
                        select seq, id, aggregateid, type, topic, payload,
                               (extract(epoch from clock_timestamp() - created_at) * 1000)::bigint as age
                        from outbox_event order by seq limit $1
                        """)
                .execute(Tuple.of(config.batchSize()))
                .chain(rows -> {
                    List<Long> published = new ArrayList<>(rows.size());
                    List<Uni<Void>> sends = new ArrayList<>(rows.size());
                    long oldest = 0;
                    for (Row row : rows) {
                        published.add(row.getLong("seq"));
                        sends.add(emitter.sendMessage(message(row)));
                        oldest = Math.max(oldest, row.getLong("age"));
                    }
                    pending.set(published.size());
                    lagMillis.set(oldest);
                    if (sends.isEmpty()) {
                        return Uni.createFrom().item(0);
                    }
                    return Uni.join()
                            .all(sends)
                            .andFailFast()
                            .chain(() -> leadership
                                    .preparedQuery("delete from outbox_event where seq = any($1)")
                                    .execute(Tuple.of(published.toArray(Long[]::new))))
                            .invoke(() -> {
                                pending.set(0);
                                lagMillis.set(0);
                            })
                            .replaceWith(published.size());
                });
    }

    private static Message<byte[]> message(Row row) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("event_id", row.getUUID("id").toString().getBytes(StandardCharsets.UTF_8));
        headers.add("event_type", row.getString("type").getBytes(StandardCharsets.UTF_8));
        return Message.of(row.getString("payload").getBytes(StandardCharsets.UTF_8))
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withTopic(row.getString("topic"))
                        .withKey(row.getUUID("aggregateid").toString())
                        .withHeaders(headers)
                        .build());
    }
}
