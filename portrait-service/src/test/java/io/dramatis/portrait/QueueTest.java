package io.dramatis.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.dramatis.test.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whose turn it is, and what waits for what. The provider of these tests works on four jobs at a time. */
@PortraitServiceTest
class QueueTest extends JobTestBase {

    private static final int AT_A_TIME = 4;
    private static final String WAITS = "{\"provider\":\"patient\",\"model\":\"waits\"}";

    private final UUID character = character(owner, "busy");

    @Test
    void letsOneJobOfAnotherPassManyOfOneOwner() {
        List<String> many = IntStream.range(0, 60)
                .mapToObj(i -> submit(character, "regenerate", WAITS))
                .toList();
        many.forEach(job -> await().atMost(PATIENCE)
                .until(() -> List.of("queued", "running").contains(job(job).get("state"))));
        await().atMost(PATIENCE).until(() -> UnreliableProvider.DRAWN.size() == AT_A_TIME);

        UUID other = UUID.randomUUID();
        String one = as(other)
                .body(WAITS)
                .post("/api/characters/{id}/regenerate", character(other, "single"))
                .path("job_id");
        await().atMost(PATIENCE).until(() -> job(one).get("state").equals("queued"));

        // Behind the one whose turn it was anyway, before the 55 that came earlier.
        as(other).get("/api/portraits/jobs/{id}", one).then().body("queue_position", equalTo(2));
        as(owner).get("/api/portraits/jobs/{id}", many.get(59)).then().body("queue_position", equalTo(57));
        finish(2);
        await().atMost(PATIENCE).until(() -> UnreliableProvider.DRAWN.size() == AT_A_TIME + 2);
        assertThat(UnreliableProvider.DRAWN.subList(AT_A_TIME, AT_A_TIME + 2))
                .containsExactlyInAnyOrder("busy", "single");
        finish(5);
        awaitState(one, "completed");
        assertThat(Databases.query("select 1 from generation_job where state = 'queued'"))
                .hasSizeGreaterThan(40);
    }

    @Test
    void servesOwnersInTurns() {
        List<UUID> owners = List.of(owner, UUID.randomUUID(), UUID.randomUUID());
        // All places are taken while the queue fills.
        UUID first = UUID.randomUUID();
        UUID blocker = character(first, "blocker");
        for (int i = 0; i < AT_A_TIME; i++) {
            as(first)
                    .body(WAITS)
                    .post("/api/characters/{id}/regenerate", blocker)
                    .then()
                    .statusCode(202);
        }
        await().atMost(PATIENCE).until(() -> UnreliableProvider.DRAWN.size() == AT_A_TIME);
        for (UUID each : owners) {
            UUID sitter = character(each, "owner " + owners.indexOf(each));
            for (int i = 0; i < 3; i++) {
                as(each).body(WAITS)
                        .post("/api/characters/{id}/regenerate", sitter)
                        .then()
                        .statusCode(202);
            }
            await().atMost(PATIENCE)
                    .until(() -> Databases.query("select 1 from generation_job where state = 'queued' and owner_id = '"
                                            + each + "'")
                                    .size()
                            == 3);
        }

        for (int i = 0; i < 9; i++) {
            int drawn = AT_A_TIME + i + 1;
            finish(1);
            await().atMost(PATIENCE).until(() -> UnreliableProvider.DRAWN.size() == drawn);
        }

        List<String> order = UnreliableProvider.DRAWN.subList(AT_A_TIME, AT_A_TIME + 9);
        for (int round = 0; round < 3; round++) {
            assertThat(order.subList(round * 3, round * 3 + 3))
                    .containsExactlyInAnyOrder("owner 0", "owner 1", "owner 2");
        }
    }

    @Test
    void letsNoFullProviderKeepTheJobsOfOthersWaiting() {
        List<String> waiting = IntStream.range(0, 12)
                .mapToObj(i -> submit(character, "regenerate", WAITS))
                .toList();
        await().atMost(PATIENCE).until(() -> UnreliableProvider.DRAWN.size() == AT_A_TIME);

        String other = submit(character, "regenerate", "{}");

        awaitState(other, "completed");
        // Nobody took the others in vain.
        assertThat(waiting.stream().filter(job -> job(job).get("state").equals("queued")))
                .hasSize(12 - AT_A_TIME)
                .allSatisfy(
                        job -> assertThat(job(job)).containsEntry("attempt", 0).containsEntry("postponed", 0));
    }

    @Test
    void estimatesHowLongTheQueueTakes() {
        awaitState(submit(character, "regenerate", "{\"provider\":\"patient\",\"model\":\"draws\"}"), "completed");
        List<String> jobs = IntStream.range(0, 6)
                .mapToObj(i -> submit(character, "regenerate", WAITS))
                .toList();
        await().atMost(PATIENCE).until(() -> job(jobs.get(5)).get("state").equals("queued"));
        await().atMost(PATIENCE).until(() -> UnreliableProvider.DRAWN.size() == AT_A_TIME + 1);

        as(owner)
                .get("/api/portraits/jobs/{id}", jobs.get(5))
                .then()
                .body("queue_position", equalTo(2))
                .body("eta_s", notNullValue());
    }

    @Test
    void adoptsJobsOfAProviderThatIsGone() {
        UUID job = UUID.randomUUID();
        Databases.execute(
                ("insert into generation_job (id, character_id, owner_id, state, request, profile_hash, wanted)"
                                + " values ('%s', '%s', '%s', 'queued', '%s', 'h', 'dismissed')")
                        .formatted(
                                job,
                                character,
                                owner,
                                "{\"job_id\":\"%s\",\"character_id\":\"%s\",\"owner_id\":\"%s\",\"character_name\":\"A\",\"visual\":{}}"
                                        .formatted(job, character, owner)));

        awaitState(job.toString(), "completed");
    }

    @Test
    void endsAJobWhoseRequestCannotBeRead() {
        UUID job = UUID.randomUUID();
        Databases.execute(
                ("insert into generation_job (id, character_id, owner_id, state, request, profile_hash, wanted)"
                                + " values ('%s', '%s', '%s', 'queued', 'broken', 'h', 'builtin')")
                        .formatted(job, character, owner));

        awaitState(job.toString(), "failed");

        assertThat(job(job.toString()))
                .containsEntry("error_code", "GENERATION_FAILED")
                .containsEntry("attempt", 1);
        assertThat(results(job.toString(), 1)).first().asString().contains("GenerationFailed");
    }

    @Test
    void paysOnceForAPictureThatCannotBeStoredAtFirst() throws IOException {
        Path inTheWay = Path.of("target/test-images/media/images/" + character);
        Files.createDirectories(inTheWay.getParent());
        Files.writeString(inTheWay, "no folder");
        String job = submit(character, "regenerate", "{\"provider\":\"patient\",\"model\":\"draws\"}");
        await().atMost(PATIENCE).until(() -> UnreliableProvider.DRAWN.size() == 1);
        await().during(Duration.ofMillis(500)).atMost(PATIENCE).until(() -> job(job).get("state")
                .equals("running"));

        Files.delete(inTheWay);

        awaitState(job, "completed");
        assertThat(job(job)).containsEntry("attempt", 1);
        assertThat(UnreliableProvider.DRAWN).hasSize(1);
        assertThat(images(job)).hasSize(1);
    }

    @Test
    void refusesMoreThanTheQueueMayHold() {
        Databases.execute("""
                insert into generation_job (id, character_id, owner_id, state, request, profile_hash, wanted,
                    next_attempt_at)
                select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'queued', '{}', 'h', 'builtin',
                    now() + interval '1 hour'
                from generate_series(1, 20000)""");

        await().atMost(PATIENCE).untilAsserted(() -> as(owner)
                .body("{}")
                .post("/api/characters/{id}/regenerate", character)
                .then()
                .statusCode(503)
                .header("Retry-After", "30")
                .body("code", equalTo("OVERLOADED")));

        Databases.clean();
        await().atMost(PATIENCE).untilAsserted(() -> as(owner)
                .body("{}")
                .post("/api/characters/{id}/regenerate", character)
                .then()
                .statusCode(202));
    }

    private static void finish(int number) {
        for (int i = 0; i < number; i++) {
            await().atMost(PATIENCE).until(UnreliableProvider::finishOne);
        }
    }

    private static UUID character(UUID owner, String name) {
        UUID character = CatalogStub.characterOf(owner);
        CatalogStub.rename(character, name);
        return character;
    }
}
