package io.dramatis.portrait.provider.openai;

import static io.dramatis.portrait.provider.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.portrait.outside.PublicHosts;
import io.dramatis.portrait.provider.Fault;
import io.dramatis.portrait.provider.ImageProvider;
import io.dramatis.portrait.provider.ImageRefusedException;
import io.dramatis.portrait.provider.ProvidedImage;
import io.dramatis.portrait.provider.ProviderException;
import io.dramatis.portrait.provider.ProviderException.Kind;
import io.dramatis.portrait.provider.ProviderModel;
import io.dramatis.portrait.provider.ProviderSimulator;
import io.dramatis.portrait.provider.ProviderTestBase;
import io.dramatis.portrait.provider.ReceivedRequest;
import io.dramatis.portrait.provider.Requests;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiProviderTest extends ProviderTestBase {

    private static final String GENERATIONS = "/v1/images/generations";
    private static final String EDITS = "/v1/images/edits";
    private static final String PREFIX = "dramatis.portrait.provider.openai.test.";

    @BeforeEach
    void aServer() {
        set("base-url", simulator.url() + "/v1/");
        set("api-key", ProviderSimulator.KEY);
        set("models", "gpt-image-1.5,gpt-image-1,gpt-image-1-mini,gpt-image-2,dall-e-3,dall-e-2,flux-local");
        set("local", "true");
    }

    @Test
    void asksGptModelsWithoutAResponseFormat() {
        ProvidedImage image = draw(provider(), request()).get(0);

        JsonNode body = simulator.only(GENERATIONS).json();
        assertThat(body.path("model").asText()).isEqualTo("gpt-image-1.5");
        assertThat(body.path("prompt").asText()).isEqualTo("an elf, a ranger");
        assertThat(body.path("n").asInt()).isEqualTo(1);
        assertThat(body.path("size").asText()).isEqualTo("1024x1024");
        assertThat(body.path("output_format").asText()).isEqualTo("png");
        assertThat(body.has("response_format")).isFalse();
        assertThat(image.model()).isEqualTo("gpt-image-1.5");
        assertThat(image.prompt()).isEqualTo("an elf, a ranger");
        assertThat(image.content()).startsWith(0x89, 'P', 'N', 'G');
        assertThat(image.revisedPrompt()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-image-1, 800, 1200, 1024x1536",
        "gpt-image-2, 1920, 1080, 1536x1024",
        "dall-e-3, 800, 1200, 1024x1792",
        "dall-e-2, 300, 310, 256x256",
        "dall-e-2, 2000, 2000, 1024x1024",
        "flux-local, 640, 832, 640x832"
    })
    void asksForTheNearestSizeTheModelMakes(String model, int width, int height, String size) {
        draw(provider(), request().model(model).size(width, height));

        assertThat(simulator.only(GENERATIONS).json().path("size").asText()).isEqualTo(size);
    }

    @Test
    void callsDallE3OnceForEachImageAndKeepsItsRevisedPrompt() {
        List<ProvidedImage> images =
                draw(provider(), request().model("dall-e-3").style("realistic").count(3));

        assertThat(images).hasSize(3);
        assertThat(images.get(0).revisedPrompt()).isEqualTo("Imagine: an elf, a ranger");
        assertThat(simulator.received(GENERATIONS)).hasSize(3).allSatisfy(call -> {
            assertThat(call.json().path("n").asInt()).isEqualTo(1);
            assertThat(call.json().path("style").asText()).isEqualTo("natural");
        });
    }

    @Test
    void asksAgainWhereAServerMakesFewerThanItIsAsked() {
        simulator.limitImages(1);

        assertThat(draw(provider(), request().count(3))).hasSize(3);
        assertThat(simulator.received(GENERATIONS))
                .extracting(call -> call.json().path("n").asInt())
                .containsExactly(3, 2, 1);
    }

    @Test
    void shortensThePromptToTheModelsLimit() {
        String sentence = "She walks through a wood of silver birches, slowly. ";

        ProvidedImage small = draw(provider(), request().model("dall-e-2").prompt(sentence.repeat(900)))
                .get(0);
        ProvidedImage large = draw(provider(), request().model("dall-e-3").prompt(sentence.repeat(900)))
                .get(0);
        ProvidedImage huge =
                draw(provider(), request().prompt(sentence.repeat(900))).get(0);

        assertThat(small.prompt().length()).isBetween(900, 1_000);
        assertThat(large.prompt().length()).isBetween(3_900, 4_000);
        assertThat(huge.prompt().length()).isBetween(31_900, 32_000);
        // The end of a clause, not just anywhere.
        assertThat(small.prompt()).matches(".*(birches|slowly)");
    }

    @Test
    void sendsReferencesAsAFormThatKeepsTheFace() {
        List<ProvidedImage> images = draw(
                provider(),
                request().model("gpt-image-1").reference().reference().count(2));

        assertThat(images).hasSize(2);
        ReceivedRequest call = simulator.only(EDITS);
        assertThat(call.field("model")).isEqualTo("gpt-image-1");
        assertThat(call.field("n")).isEqualTo("2");
        assertThat(call.field("input_fidelity")).isEqualTo("high");
        assertThat(call.parts())
                .filteredOn(part -> part.name().equals("image[]"))
                .hasSize(2)
                .allSatisfy(part -> {
                    assertThat(part.mediaType()).isEqualTo("image/png");
                    assertThat(part.content()).isEqualTo(Requests.PNG);
                    assertThat(part.filename()).endsWith(".png");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-image-1-mini", "gpt-image-2"})
    void leavesTheFidelityOutWhereAModelRefusesToBeTold(String model) {
        draw(provider(), request().model(model).reference());

        assertThat(simulator.only(EDITS).field("input_fidelity")).isNull();
    }

    @Test
    void takesAModelThatKnowsReferencesWhereNoneIsNamed() {
        set("models", "dall-e-3,gpt-image-1");

        assertThat(draw(provider(), request().reference()).get(0).model()).isEqualTo("gpt-image-1");
        assertThat(draw(provider(), request()).get(0).model()).isEqualTo("dall-e-3");
    }

    @Test
    void refusesReferencesForAModelThatKnowsNone() {
        assertThat(failure(provider(), request().model("dall-e-3").reference()))
                .isInstanceOf(ImageRefusedException.class)
                .hasMessageContaining("dall-e-3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-image-1.5", "dall-e-3"})
    void reportsTheModerationsRefusalAsFinal(String model) {
        Throwable refusal = failure(provider(), request().model(model).prompt("something forbidden"));

        assertThat(refusal).isInstanceOf(ImageRefusedException.class).hasMessageContaining("moderation");
        assertThat(simulator.received(GENERATIONS)).hasSize(1);
    }

    @Test
    void reportsABadRequestAsFinal() {
        set("model.dall-e-2.images-per-call", "11");

        assertThat(failure(provider(), request().model("dall-e-2").count(11)))
                .isInstanceOf(ImageRefusedException.class);
        assertThat(simulator.received(GENERATIONS)).hasSize(1);
    }

    @Test
    void neverTellsTheKey() {
        set("api-key", "sk-a-wrong-key-that-is-quoted-back");

        Throwable refusal = failure(provider(), request());

        assertThat(kind(refusal)).isEqualTo(Kind.MISCONFIGURED);
        assertThat(refusal).hasMessageContaining("401").hasMessageNotContaining("sk-a-wrong-key");
        assertThat(simulator.only(GENERATIONS).headers().get("Authorization")).startsWith("Bearer sk-a-wrong");
    }

    @ParameterizedTest
    @CsvSource({
        "FORBIDDEN, MISCONFIGURED",
        "NO_MONEY_LEFT, MISCONFIGURED",
        "RATE_LIMITED_FOR_7_S, BUSY",
        "RATE_LIMITED, BUSY",
        "RATE_LIMITED_UNTIL_A_DATE, BUSY",
        "OVERLOADED_FOR_3_S, BUSY",
        "HTML_502, FAILED",
        "TRUNCATED_JSON, FAILED",
        "WRONG_TYPE, FAILED",
        "NO_FIELDS, FAILED",
        "NO_PICTURE, FAILED",
        "RESET, FAILED",
        "OVERSIZED, FAILED",
        "REDIRECT, FAILED"
    })
    void tellsWhatMayPassFromWhatNeedsTheOperator(Fault fault, Kind kind) {
        simulator.next(fault);

        assertThat(kind(failure(provider(), request()))).isEqualTo(kind);
        assertThat(draw(provider(), request())).hasSize(1);
    }

    @Test
    void readsHowLongToWait() {
        simulator.next(Fault.RATE_LIMITED_FOR_7_S, Fault.RATE_LIMITED_UNTIL_A_DATE, Fault.RATE_LIMITED);

        assertThat(wait(failure(provider(), request()))).isEqualTo(Duration.ofSeconds(7));
        assertThat(wait(failure(provider(), request()))).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(31));
        assertThat(wait(failure(provider(), request()))).isNull();
    }

    @Test
    void saysThatNobodyIsThere() {
        set("base-url", "http://localhost:1/v1");

        assertThat(kind(failure(provider(), request()))).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void estimatesTheCostByTokensOrByTheImage() {
        set("model.\"gpt-image-1.5\".input-token-price", "8");
        set("model.\"gpt-image-1.5\".output-token-price", "32");
        set("model.dall-e-2.image-price", "20000");

        assertThat(draw(provider(), request().count(2)))
                .extracting(ProvidedImage::costMicroUsd)
                .containsExactly(34_192L, 34_192L);
        assertThat(draw(provider(), request().model("dall-e-2")))
                .extracting(ProvidedImage::costMicroUsd)
                .containsExactly(20_000L);
        assertThat(draw(provider(), request().model("gpt-image-2")))
                .extracting(ProvidedImage::costMicroUsd)
                .containsOnlyNulls();
    }

    @Test
    void understandsAnImitatorsBase64() {
        assertThat(draw(provider(), request().model("flux-local").count(2))).hasSize(2);
        assertThat(simulator.only(GENERATIONS).json().path("response_format").asText())
                .isEqualTo("b64_json");
    }

    @Test
    void fetchesLinksAtOnce() {
        set("model.dall-e-2.response-format", "url");
        set("model.flux-local.response-format", "none");

        assertThat(draw(provider(), request().model("dall-e-2").count(2))).hasSize(2);
        assertThat(draw(provider(), request().model("flux-local"))).hasSize(1);
        assertThat(simulator.received("/files/1.png")).hasSize(1);
    }

    @Test
    void sendsTheKeyToNoOtherServer() {
        set("model.dall-e-2.response-format", "url");
        try (ProviderSimulator other = new ProviderSimulator()) {
            // Another port is another server; its name is that of an allowed host all the same.
            simulator.linkTo(other.url());
            set("image-hosts", "localhost");

            assertThat(failure(provider(), request().model("dall-e-2"))).hasMessageContaining("leads elsewhere");
            assertThat(other.received("/files/1.png")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "ftp://localhost",
                "file:///etc/passwd?",
                "https://user@localhost",
                "http://169.254.169.254/latest/meta-data",
                "//localhost",
                "https://images.example.com.evil.org",
                "https://example.com:8443",
                "no link"
            })
    void followsNoLinkThatLeadsElsewhere(String base) {
        set("model.dall-e-2.response-format", "url");
        set("image-hosts", "*.example.com,example.com");
        simulator.linkTo(base);

        assertThat(failure(provider(), request().model("dall-e-2"))).isInstanceOf(ProviderException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://localhost", "https://127.0.0.1", "https://[::1]", "https://[::ffff:10.0.0.1]"})
    void followsNoLinkToAPrivateAddressUnlessTheServerIsOneThere(String base) {
        set("model.dall-e-2.response-format", "url");
        set("local", "false");
        set("image-hosts", base.substring(8));
        simulator.linkTo(base);

        assertThat(failure(provider(), request().model("dall-e-2"))).hasMessageContaining("private address");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"HTML_502", "RESET", "OVERSIZED", "REDIRECT"})
    void triesAgainLaterWhereALinkedPictureFails(Fault fault) {
        set("model.dall-e-2.response-format", "url");
        set("max-image-size", "1M");
        simulator.nextFile(fault);

        assertThat(kind(failure(provider(), request().model("dall-e-2")))).isEqualTo(Kind.FAILED);
        assertThat(draw(provider(), request().model("dall-e-2"))).hasSize(1);
    }

    @Test
    void isConfiguredByAKeyOrByAnotherServer() {
        assertThat(provider().capabilities().configured()).isTrue();
        set("api-key", "");
        assertThat(provider().capabilities().configured()).isTrue();
        set("base-url", "https://api.openai.com/v1");
        assertThat(provider().capabilities().configured()).isFalse();
    }

    @Test
    void tellsWhatItsModelsCan() {
        assertThat(provider().capabilities().models())
                .extracting(ProviderModel::id, ProviderModel::maxPromptLength, ProviderModel::references)
                .contains(
                        tuple("gpt-image-1", 32_000, true),
                        tuple("dall-e-3", 4_000, false),
                        tuple("dall-e-2", 1_000, false));
        assertThat(provider().capabilities().takes("dall-e-4")).isFalse();
    }

    @Test
    void looksWhetherTheServerIsThere() {
        await(provider().check());
        set("api-key", "wrong");

        assertThatThrownBy(() -> await(provider().check()))
                .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(Kind.MISCONFIGURED));
    }

    private ImageProvider provider() {
        return new OpenAiFamily(config(OpenAiConfig.class), http(), new PublicHosts(), places())
                .members()
                .get(0);
    }

    private void set(String name, String value) {
        settings.put(PREFIX + name, value);
    }

    private static Kind kind(Throwable failure) {
        assertThat(failure).isInstanceOf(ProviderException.class);
        return ((ProviderException) failure).kind();
    }

    private static Duration wait(Throwable failure) {
        return ((ProviderException) failure).retryAfter().orElse(null);
    }
}
