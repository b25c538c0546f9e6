package io.dramatis.portrait.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dramatis.kit.error.DomainException;
import io.dramatis.portrait.PortraitServiceTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@PortraitServiceTest
class PictureWorkersTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    PictureWorkers workers;

    @Inject
    UploadConfig config;

    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicInteger begun = new AtomicInteger();

    @AfterEach
    void open() {
        gate.countDown();
    }

    @Test
    void worksOnPicturesOfClientsAndOfJobsInTheSameFewPlaces() {
        List<UniAssertSubscriber<Integer>> all = Stream.concat(
                        IntStream.range(0, 4).mapToObj(i -> ask(workers.whenFree(this::waits))),
                        IntStream.range(0, 4).mapToObj(i -> ask(workers.work(this::waits))))
                .toList();

        await().pollDelay(Duration.ofMillis(300)).atMost(SOON).untilAsserted(() -> assertThat(begun)
                .hasValue(config.decoders()));
        gate.countDown();

        all.forEach(one -> one.awaitItem(SOON));
        assertThat(begun).hasValue(8);
    }

    @Test
    void refusesClientsWhereTooManyWaitAndNeverAJob() {
        int clients = config.decoders() + config.waiting();
        List<UniAssertSubscriber<Integer>> waiting = IntStream.range(0, clients)
                .mapToObj(i -> ask(workers.work(this::waits)))
                .toList();

        ask(workers.work(this::waits)).awaitFailure(SOON).assertFailedWith(DomainException.class);
        UniAssertSubscriber<Integer> job = ask(workers.whenFree(this::waits));
        job.assertNotTerminated();
        gate.countDown();

        job.awaitItem(SOON);
        waiting.forEach(one -> one.awaitItem(SOON));
    }

    @Test
    void doesNotBeginWhatNobodyWaitsFor() {
        ask(workers.whenFree(this::waits));
        await().atMost(SOON).untilAsserted(() -> assertThat(begun).hasValue(1));
        UniAssertSubscriber<Integer> abandoned = ask(workers.whenFree(this::waits));
        UniAssertSubscriber<Integer> next = ask(workers.whenFree(this::waits));

        abandoned.cancel();
        gate.countDown();

        next.awaitItem(SOON);
        assertThat(begun).hasValue(2);
    }

    private int waits() {
        begun.incrementAndGet();
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return begun.get();
    }

    private static <T> UniAssertSubscriber<T> ask(Uni<T> work) {
        return work.subscribe().withSubscriber(UniAssertSubscriber.create());
    }
}
