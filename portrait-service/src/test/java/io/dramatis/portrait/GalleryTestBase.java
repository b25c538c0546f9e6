package io.dramatis.portrait;

import static io.restassured.RestAssured.given;

import io.dramatis.events.Topics;
import io.dramatis.portrait.image.GalleryService;
import io.dramatis.test.Broker;
import io.dramatis.test.Databases;
import io.dramatis.test.TestTokens;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;

/** A character with a gallery of rows alone, and the ways to change and to look at it. */
abstract class GalleryTestBase {

    final UUID owner = UUID.randomUUID();
    UUID character;
    private int made;

    @Inject
    GalleryService gallery;

    @BeforeEach
    void clean() {
        CatalogStub.setDown(false);
        Databases.clean();
        character = CatalogStub.characterOf(owner);
    }

    /** A row alone: nothing here reads its file. Ids sort by the order of the calls. */
    UUID image(String origin, UUID job, int ordinal) {
        UUID id = new UUID(
                0x0198c0de00007000L + ++made,
                0x8000000000000000L | UUID.randomUUID().getLeastSignificantBits() >>> 4);
        Databases.execute("""
                insert into image (id, character_id, session_id, owner_id, job_id, ordinal, filename, path, width, height,
                    byte_size, origin, provider)
                values ('%s', '%s', '%s', '%s', %s, %d, '%s.png', '%s', 1024, 1024, 1, '%s', 'builtin')
                """.formatted(
                        id,
                        character,
                        character,
                        owner,
                        job == null ? "null" : "'" + job + "'",
                        ordinal,
                        name(id),
                        path(id),
                        origin));
        return id;
    }

    void stand(UUID image) {
        Databases.execute(
                "insert into portrait (character_id, image_id) values ('%s', '%s')".formatted(character, image));
    }

    static String name(UUID image) {
        return image.toString().replace("-", "").repeat(2);
    }

    String path(UUID image) {
        return "media/images/" + character + "/portraits/" + name(image) + ".png";
    }

    ValidatableResponse select(String body) {
        return as(owner)
                .body(body)
                .post("/api/characters/{id}/select-image", character)
                .then();
    }

    List<String> results(int number) {
        return Broker.read(Topics.GENERATION_RESULTS, number, Duration.ofSeconds(20), record -> character
                        .toString()
                        .equals(record.key()))
                .stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    static <T> T run(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    static RequestSpecification as(UUID account) {
        return given().auth().oauth2(TestTokens.user(account)).contentType("application/json");
    }
}
