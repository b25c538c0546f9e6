package io.dramatis.portrait.generation;

import io.dramatis.portrait.generation.GenerationJobRepository.LeasedJob;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;

/** A job that this replica works on, and may have to let go of. */
final class RunningJob {

    private final LeasedJob job;
    private Runnable stop = () -> {};
    private boolean abandoned;

    RunningJob(LeasedJob job) {
        this.job = job;
    }

    LeasedJob job() {
        return job;
    }

    /** Stops what is being done for it; what comes of it later is refused by the database anyway. */
    void abandon() {
        Runnable now;
        synchronized (this) {
            abandoned = true;
            now = stop;
        }
        now.run();
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
                late = abandoned;
            }
            if (late) {
                cancel.run();
            }
        });
    }

    /** Nobody wants the result. */
    static final class AbandonedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        AbandonedException() {
            super("the job is cancelled, or another worker has it", null, false, false);
        }
    }
}
