package io.dramatis.gateway.source.wikimedia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dramatis.gateway.source.SourceException;
import io.dramatis.gateway.source.SourceException.Kind;
import io.dramatis.gateway.source.SourceLimits;
import io.dramatis.kit.outside.OutsideAnswer;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WikimediaAnswersTest {

    private static final SourceLimits LIMITS = new SmallRyeConfigBuilder()
            .withDefaultValue("test.budget-per-minute", "60")
            .withConverter(Duration.class, 200, new DurationConverter())
            .withConverter(MemorySize.class, 200, new MemorySizeConverter())
            .withMapping(SourceLimits.class, "test")
            .build()
            .getConfigMapping(SourceLimits.class, "test");

    @ParameterizedTest
    @CsvSource({
        "maxlag, RATE_LIMITED",
        "ratelimited, RATE_LIMITED",
        "internal_api_error_DBQueryError, FAILING",
        "readonly, FAILING",
        "cirrussearch-too-busy-error, FAILING",
        "badvalue, REFUSED",
        "no-such-entity, REFUSED"
    })
    void findsTheErrorInAnAnswerWithStatus200(String code, Kind kind) {
        String older = "{\"error\": {\"code\": \"" + code + "\", \"info\": \"…\"}, \"servedby\": \"mw1\"}";
        String newer = "{\"errors\": [{\"code\": \"" + code + "\", \"text\": \"…\"}], \"docref\": \"…\"}";

        assertThat(failure(older, null).kind()).isEqualTo(kind);
        assertThat(failure(newer, null).kind()).isEqualTo(kind);
    }

    @Test
    void comesBackWhenALaggedServerSays() {
        String lagged = "{\"error\": {\"code\": \"maxlag\", \"info\": \"Waiting for 10.64.48.35: 6 seconds lagged.\"}}";

        assertThat(failure(lagged, "5").retryAfter()).contains(Duration.ofSeconds(5));
        assertThat(failure(lagged, null).retryAfter()).contains(Duration.ofSeconds(60));
    }

    @Test
    void givesTheBodyOfAGoodAnswer() {
        assertThat(WikimediaAnswers.json(answer("{\"batchcomplete\": true}", null), LIMITS, Instant.EPOCH)
                        .has("batchcomplete"))
                .isTrue();
    }

    private static SourceException failure(String json, String retryAfter) {
        return catchThrowableOfType(
                SourceException.class, () -> WikimediaAnswers.json(answer(json, retryAfter), LIMITS, Instant.EPOCH));
    }

    private static OutsideAnswer answer(String json, String retryAfter) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Content-Type", "application/json; charset=utf-8");
        if (retryAfter != null) {
            headers.add("Retry-After", retryAfter);
        }
        return new OutsideAnswer(200, headers, Buffer.buffer(json));
    }
}
