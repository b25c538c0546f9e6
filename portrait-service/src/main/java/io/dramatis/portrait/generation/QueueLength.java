package io.dramatis.portrait.generation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many jobs are unfinished, nearly: counted every few seconds, and what this replica accepted since is added. Counting
 * at every request would cost the more the longer the queue is.
 */
@ApplicationScoped
class QueueLength {

    private final GenerationConfig config;
    private final AtomicLong open = new AtomicLong();

    QueueLength(GenerationConfig config) {
        this.config = config;
    }

    void counted(long unfinished) {
        open.set(unfinished);
    }

    void accepted() {
        open.incrementAndGet();
    }

    boolean full() {
        return open.get() >= config.maxOpen();
    }
}
