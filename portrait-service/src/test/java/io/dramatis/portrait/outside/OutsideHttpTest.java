package io.dramatis.portrait.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.dramatis.kit.outside.Multipart;
import io.dramatis.kit.outside.OutsideAnswer;
import io.dramatis.kit.outside.OutsideException;
import io.dramatis.kit.outside.OutsideException.Kind;
import io.dramatis.kit.outside.OutsideRequest;
import io.dramatis.portrait.provider.Fault;
import io.dramatis.portrait.provider.ProviderSimulator;
import io.dramatis.portrait.provider.ProviderTestBase;
import io.dramatis.portrait.provider.ReceivedRequest;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutsideHttpTest extends ProviderTestBase {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final long MUCH = 1024 * 1024;

    @Test
    void answersWhateverTheStatus() {
        OutsideAnswer missing = await(http().send(get("/nothing"), LONG, MUCH));

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.mediaType()).isEqualTo("text/plain");
        assertThat(missing.isJson()).isFalse();
    }

    @Test
    void endsAnAnswerAtItsSizeWhetherAnnouncedOrNot() {
        assertThat(failure(get("/files/1.png"), LONG, 50)).isEqualTo(Kind.OVERSIZED);
        simulator.next(Fault.OVERSIZED);
        assertThat(failure(post("/prompt"), LONG, MUCH)).isEqualTo(Kind.OVERSIZED);
    }

    @Test
    void endsACallAtItsDeadline() {
        simulator.next(Fault.HANGS);

        assertThat(failure(post("/prompt"), Duration.ofMillis(100), MUCH)).isEqualTo(Kind.TIMEOUT);
    }

    @Test
    void tellsABrokenConnectionFromNone() {
        simulator.next(Fault.RESET);

        assertThat(failure(post("/prompt"), LONG, MUCH)).isEqualTo(Kind.BROKEN);
        assertThat(failure(OutsideRequest.get(URI.create("http://localhost:1/")), LONG, MUCH))
                .isEqualTo(Kind.UNREACHABLE);
        assertThat(failure(OutsideRequest.get(URI.create("http://nowhere.invalid/")), LONG, MUCH))
                .isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void followsNoRedirect() {
        simulator.next(Fault.REDIRECT);

        assertThat(await(http().send(post("/prompt"), LONG, MUCH)).status()).isEqualTo(302);
        assertThat(simulator.received("/files/1.png")).isEmpty();
    }

    @Test
    void sendsFormsThatHostileNamesDoNotBreak() {
        Multipart form = new Multipart()
                .field("pro\"mpt\r\n", "über --dramatis-\r\n--")
                .file("image[]", "a\"\r\nX: y.png", "image/png", new byte[] {0, -1, 13, 10, 45, 45});

        await(http().send(OutsideRequest.post(uri("/form"), form), LONG, MUCH));

        ReceivedRequest received = simulator.only("/form");
        assertThat(received.isForm()).isTrue();
        assertThat(received.parts()).hasSize(2);
        assertThat(received.parts().get(0).name()).isEqualTo("pro%22mpt%0D%0A");
        assertThat(received.parts().get(0).text()).isEqualTo("über --dramatis-\r\n--");
        assertThat(received.parts().get(1).filename()).isEqualTo("a%22%0D%0AX: y.png");
        assertThat(received.parts().get(1).content()).containsExactly(0, -1, 13, 10, 45, 45);
    }

    @Test
    void tellsNobodyItsHeaders() {
        OutsideRequest request = get("/files/1.png").bearer(ProviderSimulator.KEY);

        assertThat(request.toString()).isEqualTo("GET /files/1.png");
        await(http().send(request, LONG, MUCH));
        assertThat(simulator.only("/files/1.png").headers().get("Authorization"))
                .isEqualTo("Bearer " + ProviderSimulator.KEY);
    }

    private Kind failure(OutsideRequest request, Duration timeout, long maxBytes) {
        return await(http().send(request, timeout, maxBytes)
                .onItemOrFailure()
                .transform((answer, failure) -> ((OutsideException) failure).kind()));
    }

    private OutsideRequest get(String path) {
        return OutsideRequest.get(uri(path));
    }

    private OutsideRequest post(String path) {
        return OutsideRequest.post(uri(path), new Multipart().field("a", "b"));
    }

    private URI uri(String path) {
        return URI.create(simulator.url() + path);
    }
}
