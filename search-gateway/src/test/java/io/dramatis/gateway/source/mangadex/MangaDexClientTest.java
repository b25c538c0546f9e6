package io.dramatis.gateway.source.mangadex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dramatis.gateway.source.SourceException;
import io.dramatis.gateway.source.SourceException.Kind;
import io.dramatis.gateway.source.SourceLimits;
import io.dramatis.kit.outside.OutsideAnswer;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MangaDexClientTest {

    private static final Instant NOW = Instant.parse("2026-10-18T09:00:00Z");
    private static final String ERROR = """
            {"result": "error", "errors": [{"id": "1", "status": %d, "title": "t", "detail": null}]}
            """;

    private final SourceLimits limits = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(MangaDexConfig.class)
            .withDefaultValue("dramatis.source.mangadex.budget-per-minute", "240")
            .build()
            .getConfigMapping(MangaDexConfig.class);

    @Test
    void leavesAServerAloneThatHasBannedUs() {
        SourceException failure = failure(403, "text/html", "<html>banned</html>");

        assertThat(failure.kind()).isEqualTo(Kind.SWITCHED_OFF);
        assertThat(failure.retryAfter()).contains(Duration.ofMinutes(5));
    }

    @Test
    void readsFailuresByStatusAndByContent() {
        assertThat(failure(400, "application/json", ERROR.formatted(400)).kind())
                .isEqualTo(Kind.REFUSED);
        assertThat(failure(200, "application/json", ERROR.formatted(400)).kind())
                .isEqualTo(Kind.REFUSED);
        assertThat(failure(200, "application/json", ERROR.formatted(503)).kind())
                .isEqualTo(Kind.FAILING);
        assertThat(failure(200, "application/json", "{\"result\": \"error\", \"errors\": []}")
                        .kind())
                .isEqualTo(Kind.FAILING);
        assertThat(failure(200, "text/html", "<html></html>").kind()).isEqualTo(Kind.BROKEN);
    }

    @Test
    void readsTheMomentAtWhichItMayBeAskedAgain() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .add(
                        "X-RateLimit-Retry-After",
                        String.valueOf(NOW.plusSeconds(42).getEpochSecond()));

        SourceException failure = catchThrowableOfType(
                SourceException.class,
                () -> MangaDexClient.content(new OutsideAnswer(429, headers, Buffer.buffer()), limits, NOW));

        assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMITED);
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(42));
    }

    @Test
    void takesAnUnknownTitleForAnAnswer() {
        assertThat(MangaDexClient.contentOrMissing(answer(404, "application/json", ERROR.formatted(404)), limits, NOW)
                        .isMissingNode())
                .isTrue();
        assertThat(failure(404, "application/json", ERROR.formatted(404)).kind())
                .as("of a search")
                .isEqualTo(Kind.REFUSED);
    }

    private SourceException failure(int status, String contentType, String body) {
        return catchThrowableOfType(
                SourceException.class, () -> MangaDexClient.content(answer(status, contentType, body), limits, NOW));
    }

    private static OutsideAnswer answer(int status, String contentType, String body) {
        return new OutsideAnswer(
                status, MultiMap.caseInsensitiveMultiMap().add("Content-Type", contentType), Buffer.buffer(body));
    }
}
