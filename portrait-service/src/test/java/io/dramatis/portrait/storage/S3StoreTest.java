package io.dramatis.portrait.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jclouds.blobstore.domain.Blob;
import org.jclouds.blobstore.options.ListContainerOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.s3.model.S3Exception;

@Timeout(60)
class S3StoreTest extends ArtifactStoreContract {

    private static final byte[] IMAGE = content(300_000, 9);
    private static final String PATH = imagePath(IMAGE);

    private static S3Server server;
    private static FaultyLine line;
    private static Backend backend;

    @BeforeAll
    static void serve() {
        server = new S3Server();
        line = new FaultyLine(server.port());
        backend = backend(Map.of());
    }

    @AfterAll
    static void end() {
        backend.close();
        line.close();
        server.close();
    }

    @AfterEach
    void mend() {
        line.cut(0, 0);
        line.silent(false);
        line.said().clear();
        server.objects().clearContainer(S3Server.BUCKET, ListContainerOptions.Builder.recursive());
    }

    @Override
    Backend backend() {
        return backend;
    }

    private static Backend backend(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "kind",
                "s3",
                "s3.bucket",
                S3Server.BUCKET,
                "s3.prefix",
                "dramatis/images",
                "s3.endpoint",
                "http://127.0.0.1:" + line.port(),
                "s3.path-style",
                "true",
                "s3.access-key",
                S3Server.ACCESS_KEY,
                "s3.secret-key",
                S3Server.SECRET_KEY,
                "s3.attempt-timeout",
                "1s"));
        settings.putAll(more);
        return new S3Store(TestStorage.config(settings).s3(), Duration.ofSeconds(5), 256, MAX_FILE_SIZE);
    }

    @Override
    void plant(String path, byte[] content) {
        server.objects()
                .putBlob(
                        S3Server.BUCKET,
                        server.objects()
                                .blobBuilder("dramatis/images/" + path)
                                .payload(content)
                                .contentLength(content.length)
                                .build());
    }

    @Override
    byte[] stored(String path) {
        Blob blob = server.objects().getBlob(S3Server.BUCKET, "dramatis/images/" + path);
        if (blob == null) {
            return null;
        }
        try (InputStream content = blob.getPayload().openStream()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void failsSoonWhileTheServerIsAwayAndGoesOnWhenItIsBack() {
        write(PATH, IMAGE);
        server.stop();
        try {
            long started = System.nanoTime();
            assertThatThrownBy(() -> read(PATH)).isInstanceOf(ArtifactStoreException.class);
            assertThatThrownBy(() -> write(PATH, IMAGE)).isInstanceOf(ArtifactStoreException.class);
            assertThatThrownBy(() -> store.delete(PATH).await().atMost(PATIENCE))
                    .isInstanceOf(ArtifactStoreException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(16));
        } finally {
            server.start();
        }

        assertThat(read(PATH)).isEqualTo(IMAGE);
        write(PATH, IMAGE);
    }

    @Test
    void failsInTimeWhereTheServerSaysNothing() {
        line.silent(true);
        long started = System.nanoTime();

        assertThatThrownBy(() -> read(PATH)).isInstanceOf(ArtifactStoreException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(7));
    }

    @Test
    void readsAgainWhereTheLineIsCutOnce() {
        write(PATH, IMAGE);

        line.cut(1, 100_000);

        assertThat(read(PATH)).isEqualTo(IMAGE);
    }

    @Test
    void neverServesAnAnswerThatIsAlwaysCut() {
        write(PATH, IMAGE);
        line.cut(1_000, 100_000);

        assertThatThrownBy(() -> read(PATH)).isInstanceOf(ArtifactStoreException.class);

        line.cut(0, 0);
        assertThat(read(PATH)).isEqualTo(IMAGE);
    }

    @Test
    void aFailedWriteLeavesNothing() {
        line.silent(true);

        assertThatThrownBy(() -> write(PATH, IMAGE)).isInstanceOf(ArtifactStoreException.class);

        assertThat(stored(PATH)).isNull();
    }

    @Test
    void isRefusedWithWrongCredentialsAndTellsNobodyTheRightOnes() {
        Backend stranger = backend(Map.of("s3.secret-key", "a-wrong-but-secret-key"));
        store = store(stranger, 256);

        assertThatThrownBy(() -> write(PATH, IMAGE))
                .isInstanceOf(ArtifactStoreException.class)
                .hasRootCauseInstanceOf(S3Exception.class)
                .satisfies(failure -> {
                    ByteArrayOutputStream trace = new ByteArrayOutputStream();
                    try (PrintWriter writer = new PrintWriter(trace, true, StandardCharsets.UTF_8)) {
                        failure.printStackTrace(writer);
                    }
                    assertThat(trace.toString(StandardCharsets.UTF_8))
                            .doesNotContain("secret-key", S3Server.ACCESS_KEY);
                });
        assertThatThrownBy(() -> read(PATH)).isInstanceOf(ArtifactStoreException.class);
        assertThat(stored(PATH)).isNull();
        store.stop();
    }

    @Test
    void takesAMissingBucketForAFaultAndNotForAMissingFile() {
        Backend elsewhere = backend(Map.of("s3.bucket", "nobodys-bucket"));
        store = store(elsewhere, 256);

        assertThatThrownBy(() -> read(PATH)).isInstanceOf(ArtifactStoreException.class);
        assertThatThrownBy(() -> write(PATH, IMAGE)).isInstanceOf(ArtifactStoreException.class);
        store.stop();
    }

    @Test
    void startsWhileTheServerIsAway() {
        server.stop();
        try {
            assertThatCode(backend::start).doesNotThrowAnyException();
        } finally {
            server.start();
        }
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> backend(Map.of("s3.secret-key", "")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("secret-key");
        assertThatThrownBy(() -> backend(Map.of("s3.bucket", "")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("s3.bucket");
    }

    /** R2, Google and older MinIO take none of the SDK's newer habits. */
    @Test
    void saysNothingThatOtherServersThanAwsDoNotUnderstand() {
        write(PATH, IMAGE);
        read(PATH);

        String said = String.join("", line.said()).toLowerCase(Locale.ROOT);
        assertThat(said)
                .contains("put /portraits/dramatis/images/media/images/", "content-md5: ")
                .doesNotContain("x-amz-checksum", "x-amz-trailer", "x-amz-sdk-checksum", "aws-chunked", "crc32");
    }
}
