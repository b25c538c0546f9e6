package io.dramatis.kit.persistence;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.metrics.ClientMetrics;
import io.vertx.core.tracing.TracingPolicy;
import io.vertx.sqlclient.impl.Connection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.command.CommandBase;
import io.vertx.sqlclient.spi.DatabaseMetadata;

/**
 * A connection that is closed when a statement is not answered in time: nobody knows what state it is in, so that it
 * must not go back to the pool, which makes another in its place. The server ends a statement whose connection is
 * closed when it looks at it the next time.
 */
final class WatchedConnection implements Connection {

    private final SocketConnectionBase connection;
    private final DatabaseConfig config;

    /** Completed once the pool knows of it, so that it gives the connection to nobody any more. */
    private final Promise<Void> closed = Promise.promise();

    private volatile boolean givenUp;

    WatchedConnection(SocketConnectionBase connection, DatabaseConfig config) {
        this.connection = connection;
        this.config = config;
    }

    @Override
    public <R> Future<R> schedule(ContextInternal context, CommandBase<R> command) {
        Promise<R> answer = context.promise();
        if (givenUp) {
            failOnceClosed(answer);
            return answer.future();
        }
        Vertx vertx = context.owner();
        long limit = (RequestMark.isOn(context) ? config.requestTimeout() : config.workTimeout()).toMillis();
        long timer = vertx.setTimer(limit, ignored -> giveUp(answer));
        connection.schedule(context, command).onComplete(result -> {
            vertx.cancelTimer(timer);
            if (result.succeeded()) {
                answer.tryComplete(result.result());
            } else if (givenUp) {
                failOnceClosed(answer);
            } else {
                answer.tryFail(result.cause());
            }
        });
        return answer.future();
    }

    private void giveUp(Promise<?> answer) {
        if (answer.future().isComplete()) {
            return;
        }
        givenUp = true;
        failOnceClosed(answer);
        // Past the driver, which would say goodbye and wait until the server hangs up.
        connection.socket().channelHandlerContext().pipeline().firstContext().close();
    }

    private void failOnceClosed(Promise<?> answer) {
        closed.future()
                .onComplete(ignored ->
                        answer.tryFail(new VertxException("the database did not answer a statement in time", true)));
    }

    @Override
    public void init(Holder holder) {
        connection.init(new Holder() {
            @Override
            public void handleEvent(Object event) {
                holder.handleEvent(event);
            }

            @Override
            public void handleClosed() {
                holder.handleClosed();
                closed.tryComplete();
            }

            @Override
            public void handleException(Throwable failure) {
                holder.handleException(failure);
            }
        });
    }

    @Override
    public void close(Holder holder, Promise<Void> promise) {
        connection.close(holder, promise);
    }

    @Override
    public boolean isValid() {
        return !givenUp && connection.isValid();
    }

    @Override
    public Connection unwrap() {
        return connection;
    }

    @Override
    public boolean isIndeterminatePreparedStatementError(Throwable error) {
        return connection.isIndeterminatePreparedStatementError(error);
    }

    @Override
    public int pipeliningLimit() {
        return connection.pipeliningLimit();
    }

    @Override
    public TracingPolicy tracingPolicy() {
        return connection.tracingPolicy();
    }

    @Override
    public SocketAddress server() {
        return connection.server();
    }

    @Override
    public String system() {
        return connection.system();
    }

    @Override
    public String database() {
        return connection.database();
    }

    @Override
    public String user() {
        return connection.user();
    }

    @Override
    public ClientMetrics<?, ?, ?, ?> metrics() {
        return connection.metrics();
    }

    @Override
    public boolean isSsl() {
        return connection.isSsl();
    }

    @Override
    public DatabaseMetadata getDatabaseMetaData() {
        return connection.getDatabaseMetaData();
    }

    @Override
    public int getProcessId() {
        return connection.getProcessId();
    }

    @Override
    public int getSecretKey() {
        return connection.getSecretKey();
    }
}
