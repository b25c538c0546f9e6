package io.dramatis.kit.persistence;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.VertxException;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.impl.future.PromiseInternal;
import io.vertx.pgclient.PgPool;
import io.vertx.pgclient.spi.PgDriver;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SqlClientBase;
import io.vertx.sqlclient.impl.command.CommandBase;
import io.vertx.sqlclient.impl.command.CommandScheduler;
import io.vertx.sqlclient.spi.ConnectionFactory;
import java.time.Duration;
import java.util.function.Function;

/**
 * A pool for whose connections one waits a while. The pool's own limit ({@code connectionTimeout}) may fail a request
 * to which a connection has just been given, which is then lost (eclipse-vertx/vert.x#6169, in all 4.5); here a
 * connection that comes too late goes back.
 */
@SuppressWarnings("deprecation") // Quarkus asks for a PgPool.
final class WaitingPool extends SqlClientBase implements PgPool {

    private final Pool pool;
    private final ConnectionFactory connections;
    private final VertxInternal vertx;
    private final Duration wait;

    /**
     * @param pool without a limit of its own
     * @param connections what it makes its connections with; closed with it
     */
    WaitingPool(Pool pool, ConnectionFactory connections, VertxInternal vertx, Duration wait) {
        super(PgDriver.INSTANCE);
        this.pool = pool;
        this.connections = connections;
        this.vertx = vertx;
        this.wait = wait;
    }

    @Override
    public Future<SqlConnection> getConnection() {
        Future<SqlConnection> connection = pool.getConnection();
        if (connection.isComplete()) {
            return connection;
        }
        Promise<SqlConnection> answer = promise();
        long timer = vertx.setTimer(
                wait.toMillis(),
                ignored -> answer.tryFail(new VertxException("no connection of the pool was free for " + wait, true)));
        connection.onComplete(result -> {
            vertx.cancelTimer(timer);
            if (result.failed()) {
                answer.tryFail(result.cause());
            } else if (!answer.tryComplete(result.result())) {
                result.result().close();
            }
        });
        return answer.future();
    }

    @Override
    public void getConnection(Handler<AsyncResult<SqlConnection>> handler) {
        getConnection().onComplete(handler);
    }

    /** Statements without a connection of their own. */
    @Override
    public <R> Future<R> schedule(ContextInternal context, CommandBase<R> command) {
        return getConnection().compose(connection -> ((CommandScheduler) connection)
                .schedule(context, command)
                .eventually(() -> connection.close()));
    }

    @Override
    protected ContextInternal context() {
        return vertx.getOrCreateContext();
    }

    @Override
    protected <T> PromiseInternal<T> promise() {
        return context().promise();
    }

    @Override
    protected <T> PromiseInternal<T> promise(Handler<AsyncResult<T>> handler) {
        return context().promise(handler);
    }

    @Override
    public void group(Handler<SqlClient> block) {
        throw new UnsupportedOperationException("statements are not grouped");
    }

    @Override
    public PgPool connectHandler(Handler<SqlConnection> handler) {
        pool.connectHandler(handler);
        return this;
    }

    @Override
    public PgPool connectionProvider(Function<Context, Future<SqlConnection>> provider) {
        throw new UnsupportedOperationException("connections are made in one way only");
    }

    @Override
    public int size() {
        return pool.size();
    }

    @Override
    public Future<Void> close() {
        return pool.close().eventually(() -> {
            Promise<Void> closed = promise();
            connections.close(closed);
            return closed.future();
        });
    }

    @Override
    public void close(Handler<AsyncResult<Void>> handler) {
        Future<Void> closed = close();
        if (handler != null) {
            closed.onComplete(handler);
        }
    }
}
