package io.dramatis.gateway.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.dramatis.gateway.GatewayEnvironment;
import io.dramatis.gateway.MovableClock;
import io.dramatis.simulator.Fault;
import io.dramatis.simulator.SourceSimulator;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class RenderedAnswersTest {

    @Inject
    MovableClock clock;

    @Inject
    MeterRegistry meters;

    @TestHTTPResource("/api/characters/search")
    URI search;

    private SourceSimulator sources;

    @BeforeEach
    void forget() {
        sources = GatewayEnvironment.simulator();
        clock.advance(Duration.ofDays(3));
    }

    @AfterEach
    void mend() {
        sources.clearFaults();
    }

    @Test
    void sendsTheSameAnswerAgainWithHeadersOfItsOwn() {
        ask("edward elric").then().body("sources[0].status", equalTo("ok"));
        double hits = hits("anilist");

        Response[] answers = new Response[2];
        await().until(() -> {
            double before = sentAgain();
            answers[0] = ask("edward elric");
            answers[1] = ask("edward elric");
            return sentAgain() > before;
        });

        assertThat(answers[1].body().asString()).isEqualTo(answers[0].body().asString());
        assertThat(answers[1].contentType()).isEqualTo(answers[0].contentType());
        assertThat(answers[1].header("X-Request-Id")).isNotBlank().isNotEqualTo(answers[0].header("X-Request-Id"));
        assertThat(answers[1].header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(hits("anilist") - hits).isGreaterThanOrEqualTo(2);
    }

    @Test
    void doesNotStateAnAgeThatHasPassed() {
        ask("alphonse elric");
        ask("alphonse elric");
        clock.advance(Duration.ofSeconds(30));

        ask("alphonse elric").then().body("sources[0].age_s", greaterThanOrEqualTo(30));
    }

    @Test
    void forgetsAFailureWithTheNextQuestion() {
        sources.fault("anilist", Fault.status(500));
        ask("roy mustang").then().body("complete", equalTo(false));
        ask("roy mustang").then().body("complete", equalTo(false));
        sources.clearFaults();
        clock.advance(Duration.ofMinutes(2));

        ask("roy mustang").then().body("complete", equalTo(true));
    }

    @Test
    void refusesBadParametersEachTime() {
        for (int i = 0; i < 3; i++) {
            given().queryParam("q", "winry")
                    .queryParam("limit", "0")
                    .get(search)
                    .then()
                    .statusCode(400);
        }
    }

    private Response ask(String q) {
        return given().queryParam("q", q).queryParam("category", "anime").get(search);
    }

    private double sentAgain() {
        return meters.get("dramatis.search.sent.again").counter().count();
    }

    private double hits(String source) {
        return meters.get("dramatis.source.cache")
                .tag("source", source)
                .tag("result", "hit")
                .counter()
                .count();
    }
}
