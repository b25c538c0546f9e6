package io.dramatis.portrait.provider.automatic1111;

import static io.dramatis.portrait.provider.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.portrait.provider.Fault;
import io.dramatis.portrait.provider.ProvidedImage;
import io.dramatis.portrait.provider.ProviderException;
import io.dramatis.portrait.provider.ProviderException.Kind;
import io.dramatis.portrait.provider.ProviderSimulator;
import io.dramatis.portrait.provider.ProviderTestBase;
import io.dramatis.portrait.provider.Requests;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Automatic1111ProviderTest extends ProviderTestBase {

    private static final String PREFIX = "dramatis.portrait.provider.automatic1111.";

    @BeforeEach
    void aServer() {
        settings.put(PREFIX + "base-url", simulator.url());
        settings.put(PREFIX + "user", ProviderSimulator.A1111_USER);
        settings.put(PREFIX + "password", ProviderSimulator.A1111_PASSWORD);
    }

    @Test
    void paintsFromText() {
        List<ProvidedImage> images =
                draw(provider(), request().count(2).style("ink").size(700, 900));

        JsonNode body = simulator.only("/sdapi/v1/txt2img").json();
        assertThat(body.path("prompt").asText()).isEqualTo("an elf, a ranger");
        assertThat(body.path("negative_prompt").asText()).isEqualTo("watermark");
        assertThat(body.path("width").asInt()).isEqualTo(696);
        assertThat(body.path("height").asInt()).isEqualTo(896);
        assertThat(body.path("n_iter").asInt()).isEqualTo(2);
        assertThat(body.path("cfg_scale").asDouble()).isEqualTo(7);
        assertThat(body.path("send_images").asBoolean()).isTrue();
        assertThat(body.has("override_settings")).isFalse();
        assertThat(images)
                .extracting(ProvidedImage::seed, ProvidedImage::model)
                .containsExactly(tuple(4711L, "loaded-model"), tuple(4712L, "loaded-model"));
    }

    @Test
    void paintsOverAReferenceTheLessTheMoreOfItShallStay() {
        draw(provider(), request().reference().strength(0.7));
        draw(provider(), request().reference().strength(1));

        List<JsonNode> bodies = simulator.received("/sdapi/v1/img2img").stream()
                .map(call -> call.json())
                .toList();
        assertThat(bodies)
                .extracting(body -> body.path("denoising_strength").asDouble())
                .satisfiesExactly(some -> assertThat(some).isCloseTo(0.3, within(1e-9)), little -> assertThat(little)
                        .isCloseTo(0.1, within(1e-9)));
        assertThat(Base64.getDecoder()
                        .decode(bodies.get(0).path("init_images").path(0).asText()))
                .isEqualTo(Requests.PNG);
    }

    @Test
    void asksForTheCheckpointThatIsWished() {
        settings.put(PREFIX + "models", "dreamshaper,juggernaut");

        assertThat(draw(provider(), request()).get(0).model()).isEqualTo("dreamshaper");
        assertThat(draw(provider(), request().model("juggernaut")).get(0).model())
                .isEqualTo("juggernaut");
    }

    @Test
    void leavesTheGridOut() {
        simulator.sendGrids();

        assertThat(draw(provider(), request().count(3)))
                .extracting(ProvidedImage::seed)
                .containsExactly(4711L, 4712L, 4713L);
    }

    @Test
    void takesThePromptsSignsForWords() {
        draw(provider(), request().prompt("an elf (smiling:1.9), <lora:evil:1>, [old|young], {a|b}"));

        assertThat(simulator.only("/sdapi/v1/txt2img").json().path("prompt").asText())
                .isEqualTo("an elf \\(smiling:1.9\\), \\(lora:evil:1\\) , \\(old young\\) , \\(a b\\)");
    }

    @ParameterizedTest
    @CsvSource({
        "HTML_502, FAILED",
        "TRUNCATED_JSON, FAILED",
        "WRONG_TYPE, FAILED",
        "NO_FIELDS, FAILED",
        "NO_PICTURE, FAILED",
        "RESET, FAILED",
        "OVERSIZED, FAILED",
        "OVERLOADED_FOR_3_S, BUSY"
    })
    void triesAgainWhatMayPass(Fault fault, Kind kind) {
        simulator.next(fault);

        assertThat(failure(provider(), request()))
                .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(kind));
    }

    @Test
    void needsItsOperatorForAWrongPasswordOrSampler() {
        settings.put(PREFIX + "sampler", "Unknown");
        assertMisconfigured();

        settings.put(PREFIX + "password", "wrong");
        assertMisconfigured();
        assertThatThrownBy(() -> await(provider().check())).isInstanceOf(ProviderException.class);
    }

    @Test
    void interruptsWhatNobodyWaitsFor() {
        simulator.next(Fault.HANGS);
        Cancellable waiting = Uni.createFrom()
                .deferred(() -> provider().generate(request().build()))
                .subscribe()
                .with(images -> {});
        Awaitility.await().until(() -> !simulator.received("/sdapi/v1/txt2img").isEmpty());

        waiting.cancel();

        Awaitility.await()
                .until(() -> !simulator.received("/sdapi/v1/interrupt").isEmpty());
        String task =
                simulator.only("/sdapi/v1/txt2img").json().path("force_task_id").asText();
        assertThat(simulator.only("/internal/progress").json().path("id_task").asText())
                .isEqualTo(task);
    }

    @Test
    void isConfiguredByItsAddress() {
        assertThat(provider().capabilities().configured()).isTrue();
        settings.remove(PREFIX + "base-url");
        assertThat(provider().capabilities().configured()).isFalse();
    }

    private void assertMisconfigured() {
        assertThat(failure(provider(), request()))
                .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(Kind.MISCONFIGURED));
    }

    private Automatic1111Provider provider() {
        return new Automatic1111Provider(config(Automatic1111Config.class), http(), places());
    }
}
