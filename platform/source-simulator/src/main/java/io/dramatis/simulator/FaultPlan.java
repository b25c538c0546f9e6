package io.dramatis.simulator;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Which source misbehaves at the moment, and for how many more requests. */
final class FaultPlan {

    private record Active(Fault fault, AtomicInteger left, AtomicInteger toSkip) {}

    private final Map<String, Active> active = new ConcurrentHashMap<>();

    void set(String source, Fault fault) {
        active.put(source, new Active(fault, new AtomicInteger(fault.times()), new AtomicInteger(fault.skip())));
    }

    void clear() {
        active.clear();
    }

    void clear(String source) {
        active.remove(source);
    }

    /** The fault that hits this request, which uses up one of its times. */
    Optional<Fault> next(String source) {
        Active found = active.get(source);
        if (found == null) {
            return Optional.empty();
        }
        if (found.toSkip().getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return Optional.empty();
        }
        if (found.fault().times() == 0) {
            return Optional.of(found.fault());
        }
        int before = found.left().getAndDecrement();
        if (before <= 1) {
            active.remove(source, found);
        }
        return before >= 1 ? Optional.of(found.fault()) : Optional.empty();
    }
}
