package io.dramatis.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.dramatis.portrait.storage.S3Resource;
import io.dramatis.portrait.storage.S3Server;
import io.dramatis.test.Databases;
import io.quarkus.test.common.WithTestResource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jclouds.blobstore.domain.StorageMetadata;
import org.jclouds.blobstore.domain.StorageType;
import org.jclouds.blobstore.options.ListContainerOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way of an image where a bucket keeps it. */
@PortraitServiceTest
@WithTestResource(S3Resource.class)
class ImagesInS3Test extends JobTestBase {

    S3Server server;

    @ConfigProperty(name = "dramatis.portrait.generation.store-patience")
    Duration storePatience;

    @BeforeEach
    void emptyTheBucket() {
        server.objects().clearContainer(S3Server.BUCKET, ListContainerOptions.Builder.recursive());
    }

    @Test
    void drawsStoresServesAndRemoves() throws IOException {
        UUID character = CatalogStub.characterOf(owner);
        awaitState(generate(character), "completed");
        String path = path(character);
        String url = url(character);

        byte[] image = as(owner).get(url).then().statusCode(200).extract().asByteArray();
        byte[] thumbnail = as(owner)
                .get(url + "?size=256")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();

        assertThat(path).matches("media/images/" + character + "/portraits/[0-9a-f]{64}\\.png");
        assertThat(ImageIO.read(new ByteArrayInputStream(image)).getWidth()).isEqualTo(1024);
        assertThat(ImageIO.read(new ByteArrayInputStream(thumbnail)).getWidth()).isEqualTo(256);
        assertThat(object(path)).isEqualTo(image);
        assertThat(objects()).hasSizeGreaterThan(1);

        Databases.execute("delete from portrait");
        Databases.execute("delete from image");
        Databases.execute(
                "insert into loose_file (path, noted_at) values ('%s', now() - interval '1 minute')".formatted(path));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(objects()).isEmpty());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Databases.count("loose_file")).isZero());
    }

    @Test
    void neverServesHalfAnImage() throws IOException {
        UUID character = CatalogStub.characterOf(owner);
        awaitState(generate(character), "completed");
        String path = path(character);
        String url = url(character);
        byte[] image = object(path);

        put(path, Arrays.copyOf(image, image.length / 2));

        as(owner)
                .get(url)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("code", equalTo("DEPENDENCY_UNAVAILABLE"));

        put(path, image);

        assertThat(as(owner).get(url).then().statusCode(200).extract().asByteArray())
                .isEqualTo(image);
    }

    @Test
    void jobsOutliveAStoreThatIsAway() {
        UUID character = CatalogStub.characterOf(owner);
        awaitState(generate(character), "completed");
        String url = url(character);
        UUID other = CatalogStub.characterOf(owner);
        String job;
        server.stop();
        try {
            as(owner)
                    .get(url)
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("DEPENDENCY_UNAVAILABLE"));
            job = generate(other);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(Databases.query(
                            "select id from generation_job where attempt >= 2 and id = '%s'".formatted(job)))
                    .hasSize(1));
        } finally {
            server.start();
        }

        awaitState(job, "completed");

        as(owner).get(url(other)).then().statusCode(200);
        as(owner).get(url).then().statusCode(200);
        assertThat(Databases.count("loose_file")).isZero();
    }

    /** It may have been paid for, so it is held for as long as the patience lasts, and no longer. */
    @Test
    void drawsAgainWhatCouldNotBeStoredInTime() {
        UUID character = CatalogStub.characterOf(owner);
        String job;
        server.stop();
        try {
            job = submit(character, "regenerate", "{\"provider\":\"unreliable\",\"model\":\"draws\"}");
            await().atMost(PATIENCE).until(() -> UnreliableProvider.DRAWN.size() == 1);
            long drawn = System.nanoTime();

            await().atMost(PATIENCE).until(() -> UnreliableProvider.DRAWN.size() == 2);

            assertThat(Duration.ofNanos(System.nanoTime() - drawn)).isGreaterThan(storePatience);
        } finally {
            server.start();
        }

        awaitState(job, "completed");
        assertThat(job(job))
                .containsEntry("attempt", UnreliableProvider.DRAWN.size())
                .containsEntry("postponed", 0);
        assertThat(images(job)).hasSize(1);
    }

    private List<String> objects() {
        return server.objects().list(S3Server.BUCKET, ListContainerOptions.Builder.recursive()).stream()
                .filter(object -> object.getType() == StorageType.BLOB)
                .map(StorageMetadata::getName)
                .toList();
    }

    private byte[] object(String path) throws IOException {
        try (var content = server.objects()
                .getBlob(S3Server.BUCKET, S3Resource.PREFIX + "/" + path)
                .getPayload()
                .openStream()) {
            return content.readAllBytes();
        }
    }

    private void put(String path, byte[] content) {
        server.objects()
                .putBlob(
                        S3Server.BUCKET,
                        server.objects()
                                .blobBuilder(S3Resource.PREFIX + "/" + path)
                                .payload(content)
                                .contentLength(content.length)
                                .build());
    }

    private String generate(UUID character) {
        return submit(character, "portrait/generate", "{}");
    }

    private String path(UUID character) {
        return portrait(character, "portrait_path");
    }

    private String url(UUID character) {
        return portrait(character, "portrait_url");
    }

    private String portrait(UUID character, String member) {
        return as(owner)
                .get("/api/characters/{id}/portrait", character)
                .then()
                .statusCode(200)
                .extract()
                .path(member);
    }
}
