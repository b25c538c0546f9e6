package io.dramatis.local;

import java.time.Duration;

/** How long to wait before the next restart: 1 s, 2 s, 4 s … 30 s, and from the start again after a minute of health. */
final class Backoff {

    static final Duration FIRST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofSeconds(30);
    static final Duration FORGIVEN_AFTER = Duration.ofSeconds(60);

    private Duration next = FIRST;

    /** The pause after a process that lived for {@code uptime}. */
    Duration after(Duration uptime) {
        if (uptime.compareTo(FORGIVEN_AFTER) >= 0) {
            next = FIRST;
        }
        Duration pause = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return pause;
    }
}
