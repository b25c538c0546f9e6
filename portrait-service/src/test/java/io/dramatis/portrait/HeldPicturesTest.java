package io.dramatis.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Jobs that wait for the memory that their pictures need. */
@PortraitServiceTest
class HeldPicturesTest extends JobTestBase {

    @Test
    void asksForNoMorePicturesThanThereIsMemoryFor() {
        // Four times 12 MB each, of 96 MB; the provider would take four such jobs.
        List<String> jobs = Stream.generate(() -> submit(
                        CatalogStub.characterOf(owner),
                        "portrait/generate",
                        "{\"provider\":\"patient\",\"model\":\"waits\",\"count\":4}"))
                .limit(4)
                .toList();

        await().atMost(PATIENCE).until(() -> UnreliableProvider.DRAWN.size() == 2);
        await().during(Duration.ofSeconds(2)).atMost(PATIENCE).until(() -> UnreliableProvider.DRAWN.size() == 2);

        assertThat(UnreliableProvider.finishOne()).isTrue();
        await().atMost(PATIENCE).until(() -> UnreliableProvider.DRAWN.size() == 3);
        await().atMost(PATIENCE).until(() -> {
            UnreliableProvider.finishOne();
            return jobs.stream().allMatch(job -> "completed".equals(job(job).get("state")));
        });
        assertThat(jobs).allSatisfy(job -> assertThat(images(job)).hasSize(4));
    }

    @Test
    void letsGoOfAJobThatIsCancelledWhileItWaits() {
        List<String> jobs = Stream.generate(() -> submit(
                        CatalogStub.characterOf(owner),
                        "portrait/generate",
                        "{\"provider\":\"patient\",\"model\":\"waits\",\"count\":4}"))
                .limit(3)
                .toList();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(jobs)
                .allSatisfy(job -> assertThat(job(job)).containsEntry("state", "running")));
        await().atMost(PATIENCE).until(() -> UnreliableProvider.DRAWN.size() == 2);

        jobs.forEach(
                job -> as(owner).delete("/api/portraits/jobs/{id}", job).then().statusCode(204));
        String next = submit(
                CatalogStub.characterOf(owner),
                "portrait/generate",
                "{\"provider\":\"patient\",\"model\":\"draws\",\"count\":4}");

        awaitState(next, "completed");
        assertThat(jobs).allSatisfy(job -> assertThat(job(job)).containsEntry("state", "cancelled"));
    }
}
