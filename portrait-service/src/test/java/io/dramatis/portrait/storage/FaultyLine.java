package io.dramatis.portrait.storage;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A line to a server that can be cut and blocked, and that remembers what was said. */
final class FaultyLine implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final NetClient client = vertx.createNetClient();
    private final NetServer server;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile int cutAfter;
    private volatile boolean silent;

    FaultyLine(int targetPort) {
        server = vertx.createNetServer().connectHandler(near -> {
            near.pause();
            client.connect(targetPort, "127.0.0.1")
                    .onFailure(away -> near.close())
                    .onSuccess(far -> join(near, far));
        });
        await(server.listen(0, "127.0.0.1"));
    }

    private void join(NetSocket near, NetSocket far) {
        near.handler(asked -> {
            said.add(asked.toString(StandardCharsets.ISO_8859_1));
            if (!silent) {
                far.write(asked);
            }
        });
        AtomicInteger answered = new AtomicInteger();
        far.handler(answer -> {
            int before = answered.getAndAdd(answer.length());
            if (cuts.get() > 0 && before + answer.length() > cutAfter) {
                cuts.decrementAndGet();
                Buffer rest = answer.slice(0, Math.max(0, cutAfter - before));
                near.write(rest).onComplete(written -> near.close());
                far.close();
                return;
            }
            near.write(answer);
        });
        near.closeHandler(gone -> far.close());
        far.closeHandler(gone -> near.close());
        near.resume();
    }

    int port() {
        return server.actualPort();
    }

    /** The next connections break off after so many bytes of the answer. */
    void cut(int connections, int afterBytes) {
        cutAfter = afterBytes;
        cuts.set(connections);
    }

    /** Accepts, and says nothing. */
    void silent(boolean now) {
        silent = now;
    }

    List<String> said() {
        return said;
    }

    private static void await(io.vertx.core.Future<?> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        await(vertx.close());
    }
}
