package io.dramatis.portrait.generation;

import io.dramatis.portrait.generation.JobLeases.LeasedJob;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;

/** A job that this replica works on, and may have to let go of. */
final class RunningJob {

    private final LeasedJob job;
    private Runnable stop = () -> {};
    private Why abandoned;

    RunningJob(LeasedJob job) {
        this.job = job;
    }

    LeasedJob job() {
        return job;
    }

    /** Stops what is being done for it; what comes of it later is refused by the database anyway. */
    void abandon(Why why) {
        Runnable now;
        synchronized (this) {
            abandoned = why;
            now = stop;
        }
        now.run();
    }

    /** As metrics call an attempt that left the job in no state of its own. */
    synchronized String end() {
        return abandoned == Why.CANCELLED ? "cancelled" : "overtaken";
    }

    /** The call, which is cancelled and fails with {@link AbandonedException} as soon as the job is abandoned. */
    <T> Uni<T> unlessAbandoned(Uni<T> call) {
        return Uni.createFrom().emitter(emitter -> {
            Cancellable subscription = call.subscribe().with(emitter::complete, emitter::fail);
            Runnable cancel = () -> {
                subscription.cancel();
                emitter.fail(new AbandonedException());
            };
            boolean late;
            synchronized (this) {
                stop = cancel;
                late = abandoned != null;
            }
            if (late) {
                cancel.run();
            }
        });
    }

    /** Why a job is abandoned. */
    enum Why {
        CANCELLED,
        /** Another worker has it, or it was cancelled and the news were lost. */
        NOT_OURS
    }

    /** Nobody wants the result. */
    static final class AbandonedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        AbandonedException() {
            super("the job is cancelled, or another worker has it", null, false, false);
        }
    }
}
