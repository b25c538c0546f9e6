package io.dramatis.kit.persistence;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.impl.PgConnectionFactory;
import io.vertx.pgclient.impl.PgConnectionImpl;
import io.vertx.pgclient.spi.PgDriver;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionBase;
import io.vertx.sqlclient.impl.Utils;
import io.vertx.sqlclient.spi.ConnectionFactory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The connection pool as Quarkus configures it, but with an end to waiting: for a connection ({@link WaitingPool}),
 * while one is made, and for the answer to a statement ({@link WatchedConnection}). The driver has none for the
 * second and third, and loses connections by the one that it has for the first.
 */
@Singleton
public class BoundedPool implements PgPoolCreator {

    private final DatabaseConfig config;

    BoundedPool(DatabaseConfig config) {
        this.config = config;
    }

    @Override
    @SuppressWarnings(
            "deprecation") // of connectionProvider: what is said to replace it only sees connections afterwards
    public Pool create(Input input) {
        VertxInternal vertx = (VertxInternal) input.vertx();
        List<SqlConnectOptions> servers =
                input.pgConnectOptionsList().stream().map(this::bounded).toList();
        Pool pool = PgBuilder.pool()
                .with(input.poolOptions().setMaxWaitQueueSize(config.poolQueue()))
                .connectingTo(servers)
                .using(vertx)
                .build();
        ConnectionFactory connections =
                PgDriver.INSTANCE.createConnectionFactory(vertx, Utils.roundRobinSupplier(servers));
        pool.connectionProvider(context -> connections
                .connect(context)
                .map(connection -> watched((SqlConnectionBase<?>) connection, (ContextInternal) context)));
        return new WaitingPool(pool, connections, vertx, config.poolWait());
    }

    /** A server that accepts connections and then says nothing would otherwise hold each of them for ever. */
    private SqlConnectOptions bounded(PgConnectOptions server) {
        int millis = Math.toIntExact(config.connectTimeout().toMillis());
        PgConnectOptions bounded = new PgConnectOptions(server);
        bounded.setConnectTimeout(millis).setReadIdleTimeout(millis).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        return bounded;
    }

    private SqlConnection watched(SqlConnectionBase<?> made, ContextInternal context) {
        SocketConnectionBase connection = (SocketConnectionBase) made.unwrap();
        // Once it is made, its silence means something during statements only, which have limits of their own.
        connection.socket().channelHandlerContext().pipeline().remove("idle");
        return new PgConnectionImpl(
                (PgConnectionFactory) made.factory(), context, new WatchedConnection(connection, config));
    }
}
