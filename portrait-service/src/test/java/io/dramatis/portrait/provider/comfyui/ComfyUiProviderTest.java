package io.dramatis.portrait.provider.comfyui;

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
import io.dramatis.portrait.provider.ProviderTestBase;
import io.dramatis.portrait.provider.Requests;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComfyUiProviderTest extends ProviderTestBase {

    private static final String PREFIX = "dramatis.portrait.provider.comfyui.";

    @TempDir
    Path folder;

    @BeforeEach
    void aServer() {
        settings.put(PREFIX + "base-url", simulator.url());
        settings.put(PREFIX + "models", "a.safetensors,b.safetensors");
        settings.put(PREFIX + "poll-interval", "20ms");
    }

    @Test
    void runsTheWorkflowAndFetchesItsPictures() {
        List<ProvidedImage> images =
                draw(provider(), request().count(2).model("b.safetensors").size(700, 900));

        JsonNode graph = simulator.only("/prompt").json().path("prompt");
        assertThat(graph.at("/checkpoint/inputs/ckpt_name").asText()).isEqualTo("b.safetensors");
        assertThat(graph.at("/positive/inputs/text").asText()).isEqualTo("an elf, a ranger");
        assertThat(graph.at("/negative/inputs/text").asText()).isEqualTo("watermark");
        assertThat(graph.at("/sampler/inputs/seed").isIntegralNumber()).isTrue();
        assertThat(graph.at("/sampler/inputs/cfg").isNumber()).isTrue();
        assertThat(graph.at("/sampler/inputs/model/0").asText()).isEqualTo("checkpoint");
        assertThat(graph.at("/canvas/inputs/width").asInt()).isEqualTo(696);
        assertThat(graph.at("/canvas/inputs/batch_size").asInt()).isEqualTo(2);
        assertThat(simulator.only("/prompt").json().path("client_id").asText()).isNotEmpty();
        assertThat(images).hasSize(2).extracting(ProvidedImage::seed).containsExactly(4711L, 4711L);
        // The preview is none of the results.
        assertThat(simulator.received("/view"))
                .extracting(call -> call.query().get("filename"), call -> call.query()
                        .get("subfolder"))
                .containsExactly(tuple("dramatis_00000_.png", "a b&c"), tuple("dramatis_00001_.png", "a b&c"));
    }

    @Test
    void uploadsTheReferenceAndUsesTheNameTheServerGaveIt() {
        draw(provider(), request().reference().strength(0.8));

        assertThat(simulator.only("/upload/image").parts().get(0)).satisfies(part -> {
            assertThat(part.name()).isEqualTo("image");
            assertThat(part.content()).isEqualTo(Requests.PNG);
        });
        JsonNode graph = simulator.only("/prompt").json().path("prompt");
        assertThat(graph.at("/reference/inputs/image").asText())
                .startsWith("uploads/dramatis-")
                .endsWith(" (1).png");
        assertThat(graph.at("/sampler/inputs/denoise").asDouble()).isCloseTo(0.2, within(1e-9));
    }

    @Test
    void runsAWorkflowWithoutBatchesOnceForEachImage() throws IOException {
        settings.put(PREFIX + "workflow", workflow("""
                {"1": {"class_type": "Text", "inputs": {"text": "portrait of %prompt%, best quality", "noise": "%seed%"}}}"""));

        assertThat(draw(
                        provider(),
                        request().prompt("%seed% and \"}, {\"x\": 1").count(2)))
                .extracting(ProvidedImage::seed)
                .containsExactly(4711L, 4712L);
        assertThat(simulator.received("/prompt"))
                .extracting(call -> call.json().at("/prompt/1/inputs/text").asText())
                .containsOnly("portrait of %seed% and \") , (\"x\": 1, best quality"
                        .replace("(", "\\(")
                        .replace(")", "\\)"));
    }

    @Test
    void refusesToStartWithAWorkflowThatHasNoPlaceForThePrompt() throws IOException {
        settings.put(PREFIX + "workflow", workflow("{\"1\": {\"class_type\": \"Text\", \"inputs\": {}}}"));

        assertThatThrownBy(this::provider)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("%prompt%");
    }

    @Test
    void noticesThatTheServerForgotTheJob() {
        simulator.finishAfter(-1);

        assertThat(kind(failure(provider(), request()))).isEqualTo(Kind.FAILED);
        assertThat(simulator.received("/queue")).isNotEmpty();
    }

    @Test
    void reportsAWorkflowThatFails() {
        assertThat(failure(provider(), request().prompt("out of memory")))
                .hasMessageContaining("torch.OutOfMemoryError")
                .satisfies(failure -> assertThat(kind(failure)).isEqualTo(Kind.FAILED));
    }

    @Test
    void needsItsOperatorForAWorkflowThatIsRefused() {
        settings.put(PREFIX + "models", "missing.safetensors");

        assertThat(kind(failure(provider(), request()))).isEqualTo(Kind.MISCONFIGURED);
    }

    @ParameterizedTest
    @CsvSource({
        "HTML_502, FAILED",
        "TRUNCATED_JSON, FAILED",
        "WRONG_TYPE, FAILED",
        "NO_FIELDS, FAILED",
        "RESET, FAILED",
        "OVERSIZED, FAILED",
        "RATE_LIMITED_FOR_7_S, BUSY"
    })
    void triesAgainWhatMayPass(Fault fault, Kind kind) {
        simulator.next(fault);

        assertThat(kind(failure(provider(), request()))).isEqualTo(kind);
    }

    @Test
    void interruptsWhatNobodyWaitsFor() {
        simulator.finishAfter(1_000_000);
        Cancellable waiting = Uni.createFrom()
                .deferred(() -> provider().generate(request().build()))
                .subscribe()
                .with(images -> {});
        Awaitility.await().until(() -> simulator.received("/queue").stream()
                .anyMatch(call -> call.method().equals("GET")));

        waiting.cancel();

        Awaitility.await().until(() -> !simulator.received("/interrupt").isEmpty());
        String job = simulator.only("/interrupt").json().path("prompt_id").asText();
        assertThat(simulator.received("/queue"))
                .filteredOn(call -> call.method().equals("POST"))
                .extracting(call -> call.json().at("/delete/0").asText())
                .containsExactly(job);
    }

    private String workflow(String json) throws IOException {
        return Files.writeString(folder.resolve("workflow.json"), json).toString();
    }

    private static Kind kind(Throwable failure) {
        assertThat(failure).isInstanceOf(ProviderException.class);
        return ((ProviderException) failure).kind();
    }

    private ComfyUiProvider provider() {
        return new ComfyUiProvider(config(ComfyUiConfig.class), http());
    }
}
