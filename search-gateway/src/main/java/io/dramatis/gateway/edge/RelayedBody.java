package io.dramatis.gateway.edge;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/**
 * A service's answer on its way to the client. Where it breaks off, {@code onBreak} ends the exchange instead of the
 * proxy library: that resets the response in a way the server's drain at shutdown never learns of, and waits for.
 */
record RelayedBody(ReadStream<Buffer> answer, Handler<Throwable> onBreak) implements ReadStream<Buffer> {

    @Override
    public ReadStream<Buffer> exceptionHandler(Handler<Throwable> ignored) {
        answer.exceptionHandler(onBreak);
        return this;
    }

    @Override
    public ReadStream<Buffer> handler(Handler<Buffer> handler) {
        answer.handler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(Handler<Void> handler) {
        answer.endHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        answer.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        answer.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        answer.fetch(amount);
        return this;
    }
}
