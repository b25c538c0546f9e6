package io.dramatis.portrait.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dramatis.portrait.generation.PictureMemory.Share;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import org.junit.jupiter.api.Test;

class PictureMemoryTest {

    private final PictureMemory memory = new PictureMemory(100);

    @Test
    void letsAJobWaitUntilThereIsRoomForItsPictures() {
        Share first = memory.share(60);
        UniAssertSubscriber<Void> one = ask(first);
        UniAssertSubscriber<Void> other = ask(memory.share(60));

        one.assertCompleted();
        other.assertNotTerminated();
        assertThat(memory.isShort()).isTrue();

        first.release();

        other.assertCompleted();
        assertThat(memory.isShort()).isFalse();
        assertThat(memory.taken()).isEqualTo(60);
    }

    @Test
    void goesOnWithWhatPicturesTurnedOutNotToNeed() {
        Share first = memory.share(100);
        ask(first).assertCompleted();
        UniAssertSubscriber<Void> other = ask(memory.share(40));

        first.settle(80);
        other.assertNotTerminated();
        first.settle(10);

        other.assertCompleted();
        assertThat(memory.taken()).isEqualTo(50);
    }

    @Test
    void countsWhatIsMoreThanWasAskedFor() {
        Share large = memory.share(50);
        ask(large).assertCompleted();
        large.settle(150);
        UniAssertSubscriber<Void> other = ask(memory.share(1));

        other.assertNotTerminated();
        large.release();

        other.assertCompleted();
        assertThat(memory.taken()).isEqualTo(1);
    }

    @Test
    void givesAJobThatNeedsMoreThanThereIsAllOfIt() {
        Share small = memory.share(1);
        ask(small).assertCompleted();
        UniAssertSubscriber<Void> huge = ask(memory.share(1_000));

        huge.assertNotTerminated();
        small.release();

        huge.assertCompleted();
        assertThat(memory.taken()).isEqualTo(100);
    }

    @Test
    void passesNobodyOver() {
        Share first = memory.share(60);
        ask(first).assertCompleted();
        UniAssertSubscriber<Void> large = ask(memory.share(100));
        UniAssertSubscriber<Void> small = ask(memory.share(10));

        small.assertNotTerminated();
        first.release();

        large.assertCompleted();
        small.assertNotTerminated();
    }

    @Test
    void forgetsWhoWaitsNoLonger() {
        Share first = memory.share(100);
        ask(first).assertCompleted();
        Share cancelled = memory.share(100);
        UniAssertSubscriber<Void> waiting = ask(cancelled);
        UniAssertSubscriber<Void> next = ask(memory.share(30));

        cancelled.release();
        first.release();
        first.release();

        waiting.assertNotTerminated();
        next.assertCompleted();
        assertThat(memory.taken()).isEqualTo(30);
    }

    private static UniAssertSubscriber<Void> ask(Share share) {
        return share.granted().subscribe().withSubscriber(UniAssertSubscriber.create());
    }
}
