package io.dramatis.portrait.generation;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The memory for pictures that are drawn, and for those that wait until they are stored. A job has its share of it before
 * anybody is asked to draw for it, so that pictures which cannot be stored keep new ones from being drawn instead of
 * piling up.
 */
@ApplicationScoped
class PictureMemory {

    private final long size;
    private final Deque<Share> waiting = new ArrayDeque<>();
    private long taken;

    @Inject
    PictureMemory(GenerationConfig config, MeterRegistry meters) {
        this(config.pictureMemory().asLongValue());
        meters.gauge("dramatis.generation.picture.memory", this, PictureMemory::taken);
    }

    PictureMemory(long size) {
        if (size < 1) {
            throw new IllegalStateException("dramatis.portrait.generation.picture-memory must be more than nothing");
        }
        this.size = size;
    }

    /** Somebody waits for a share: further jobs had better stay in the queue, where other replicas find them. */
    synchronized boolean isShort() {
        return !waiting.isEmpty();
    }

    synchronized long taken() {
        return taken;
    }

    /**
     * A share, which is nothing before {@link Share#granted} and nothing after {@link Share#release}.
     *
     * @param bytes more than there are at all means all of them
     */
    Share share(long bytes) {
        return new Share(Math.min(bytes, size));
    }

    private void ask(Share share) {
        List<Share> next;
        synchronized (this) {
            if (share.state != State.NEW) {
                return;
            }
            share.state = State.WAITING;
            waiting.add(share);
            next = next();
        }
        next.forEach(Share::start);
    }

    private void settle(Share share, long held) {
        List<Share> next;
        synchronized (this) {
            if (share.state == State.GRANTED) {
                taken += held - share.bytes;
                share.bytes = held;
            }
            next = next();
        }
        next.forEach(Share::start);
    }

    private void release(Share share) {
        List<Share> next;
        synchronized (this) {
            if (share.state == State.GRANTED) {
                taken -= share.bytes;
            }
            waiting.remove(share);
            share.state = State.RELEASED;
            next = next();
        }
        next.forEach(Share::start);
    }

    /** In the order in which they came, so that a large share is not passed over for ever. */
    private List<Share> next() {
        List<Share> next = new ArrayList<>();
        while (!waiting.isEmpty() && taken + waiting.peek().bytes <= size) {
            Share first = waiting.remove();
            first.state = State.GRANTED;
            taken += first.bytes;
            next.add(first);
        }
        return next;
    }

    private enum State {
        NEW,
        WAITING,
        GRANTED,
        RELEASED
    }

    /** One job's. */
    final class Share {

        private long bytes;
        private State state = State.NEW;
        private Runnable start = () -> {};

        private Share(long bytes) {
            this.bytes = bytes;
        }

        /** Emits when the share is there, on the context it was subscribed on; never after its release. Once. */
        Uni<Void> granted() {
            return Uni.createFrom().emitter(emitter -> {
                Context context = Vertx.currentContext();
                start = () -> {
                    if (context == null) {
                        emitter.complete(null);
                    } else {
                        context.runOnContext(ignored -> emitter.complete(null));
                    }
                };
                ask(this);
            });
        }

        /** It is known by now how much is held. What is there is there, also where that is more than was asked for. */
        void settle(long held) {
            PictureMemory.this.settle(this, held);
        }

        /** Gives it back, or waits for it no longer. */
        void release() {
            PictureMemory.this.release(this);
        }

        private void start() {
            start.run();
        }
    }
}
