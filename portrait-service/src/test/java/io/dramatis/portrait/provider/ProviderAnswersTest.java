package io.dramatis.portrait.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.ThreadMXBean;
import io.dramatis.kit.outside.OutsideAnswer;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderAnswersTest {

    private static final byte[] PICTURE = picture(40);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"images\": [\"%s\"], \"info\": \"{}\"}",
                "{\"images\": [\"data:image/png;base64,%s\"], \"info\": \"{}\"}",
                "{\"info\": \"{}\", \"more\": {\"deep\": [1, null, true]}, \"images\": [\"%s\"]}"
            })
    void readsPicturesHoweverTheyAreWritten(String answer) {
        JsonNode body = ProviderAnswers.object(
                answer(answer.formatted(Base64.getEncoder().encodeToString(PICTURE))), "images");

        assertThat(ProviderAnswers.content(body.path("images").get(0))).isEqualTo(PICTURE);
        assertThat(body.path("info").textValue()).isEqualTo("{}");
    }

    @Test
    void readsPicturesInLines() {
        String lines = Base64.getMimeEncoder().encodeToString(picture(200)).replace("\r\n", "\\r\\n");

        JsonNode body = ProviderAnswers.object(answer("{\"images\": [\"" + lines + "\"]}"), "images");

        assertThat(ProviderAnswers.content(body.path("images").get(0))).isEqualTo(picture(200));
    }

    @Test
    void takesNothingForNoPicture() {
        JsonNode body = ProviderAnswers.object(answer("{\"images\": [\"\", null, \" \"]}"), "images");

        assertThat(body.path("images")).hasSize(3).allSatisfy(one -> assertThat(ProviderAnswers.content(one))
                .isNull());
        assertThat(ProviderAnswers.content(body.path("absent"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"images\": [\"iVBO", "{\"images\": ", "nonsense"})
    void failsWhereTheBodyIsNoObject(String answer) {
        assertThatThrownBy(() -> ProviderAnswers.object(answer(answer), "images"))
                .isInstanceOf(ProviderException.class);
    }

    /** As text, it would be several times as much. */
    @Test
    void needsLittleMoreMemoryThanThePicture() {
        byte[] large = picture(6_000_000);
        OutsideAnswer answer =
                answer("{\"images\": [\"" + Base64.getEncoder().encodeToString(large) + "\"], \"info\": \"{}\"}");
        // Classes take memory, too, when they are first needed.
        ProviderAnswers.object(answer, "images");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        byte[] read = ProviderAnswers.content(
                ProviderAnswers.object(answer, "images").path("images").get(0));

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(5L * large.length);
        assertThat(read).isEqualTo(large);
    }

    private static OutsideAnswer answer(String json) {
        return new OutsideAnswer(
                200,
                MultiMap.caseInsensitiveMultiMap().set("Content-Type", "application/json"),
                Buffer.buffer(json.getBytes(StandardCharsets.UTF_8)));
    }

    /** What begins as a PNG does. */
    private static byte[] picture(int size) {
        byte[] picture = new byte[size];
        new Random(1).nextBytes(picture);
        byte[] magic = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
        System.arraycopy(magic, 0, picture, 0, magic.length);
        return picture;
    }
}
