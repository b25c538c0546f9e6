package io.dramatis.kit.inbox;

import io.dramatis.events.DomainEvent;
import io.dramatis.events.EventEnvelope;
import io.dramatis.kit.error.ErrorCode;
import io.dramatis.kit.error.Problems;
import io.dramatis.kit.outbox.EventCodec;
import io.dramatis.kit.outbox.PoisonEventException;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * The way of every record into a service: decoded, handled, and retried while the fault may pass. What will never
 * succeed fails here, and the channel's {@code dead-letter-queue} strategy moves it out of the way.
 */
@ApplicationScoped
public class EventIntake {

    private static final Logger LOG = Logger.getLogger(EventIntake.class);

    /** Failures that are neither poison nor an absent database get this many tries. */
    private static final int TRIES = 5;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final EventCodec codec;
    private final Problems problems;
    private final MeterRegistry meters;

    EventIntake(EventCodec codec, Problems problems, MeterRegistry meters) {
        this.codec = codec;
        this.problems = problems;
        this.meters = meters;
    }

    /** Completes after the handler did, so that the record is acknowledged only after the handler's commit. */
    public Uni<Void> take(
            ConsumerRecord<String, byte[]> record, Function<EventEnvelope<DomainEvent>, Uni<Void>> handler) {
        AtomicInteger tries = new AtomicInteger();
        return Uni.createFrom()
                .item(() -> codec.decode(record.value()))
                .chain(envelope -> Uni.createFrom()
                        .deferred(() -> handler.apply(envelope))
                        .onFailure(failure -> mayPass(failure, tries.incrementAndGet()))
                        .retry()
                        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                        .indefinitely())
                .onItemOrFailure()
                .invoke((done, failure) -> count(record, failure))
                .replaceWithVoid();
    }

    private boolean mayPass(Throwable failure, int tries) {
        if (failure instanceof PoisonEventException) {
            return false;
        }
        ErrorCode code = problems.classify(failure).code();
        boolean lostRace = code == ErrorCode.CONFLICT || code == ErrorCode.PRECONDITION_FAILED;
        return code.status() == 503 || ((code.status() >= 500 || lostRace) && tries < TRIES);
    }

    private void count(ConsumerRecord<String, byte[]> record, Throwable failure) {
        meters.counter("dramatis.events", "topic", record.topic(), "result", failure == null ? "ok" : "dead_letter")
                .increment();
        if (failure != null) {
            LOG.warnf(
                    "record moved to the dead-letter topic topic=%s partition=%d offset=%d reason=%s",
                    record.topic(), record.partition(), record.offset(), failure.toString());
        }
    }
}
