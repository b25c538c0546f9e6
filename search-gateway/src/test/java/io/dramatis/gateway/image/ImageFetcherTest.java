package io.dramatis.gateway.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dramatis.gateway.MovableClock;
import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.dramatis.kit.outside.OutsideAnswer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFetcherTest {

    private static final byte[] FILE = {1, 2, 3};

    private final Map<String, Deque<List<String>>> names = new HashMap<>();
    private final Deque<OutsideAnswer> answers = new ArrayDeque<>();
    private final List<String> requests = new ArrayList<>();
    private final List<Map<String, String>> headers = new ArrayList<>();
    private final MovableClock clock = new MovableClock();
    private final ImageConfig config = ImageConfigs.with(Map.of("test.timeout", "1s"));
    private final ImageFetcher fetcher = new ImageFetcher(this::download, this::lookUp, config, clock);

    @Test
    void connectsToTheAddressThatWasChecked() {
        name("s4.anilist.co", "1.2.3.4", "2606:4700::1");
        // What the name leads to a moment later is of no interest: it is not looked up again.
        name("s4.anilist.co", "10.0.0.1");
        answers.add(image("image/png"));

        assertThat(fetch("https://s4.anilist.co/a.png?b")).isEqualTo(FILE);
        assertThat(requests).containsExactly("https://s4.anilist.co/a.png?b at 1.2.3.4:443");
        assertThat(names.get("s4.anilist.co")).hasSize(1);
        assertThat(headers.get(0)).containsOnlyKeys("Accept", "Accept-Encoding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.0.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "::1",
                "fd00:ec2::254",
                "fe80::1",
                "::ffff:192.168.1.1",
                "64:ff9b::7f00:1",
                "2002:a00:1::1"
            })
    void neverConnectsToAnAddressThatIsNotPublic(String address) {
        name("s4.anilist.co", "1.2.3.4", address);

        assertThat(failure("https://s4.anilist.co/a.png").code()).isEqualTo(ErrorCode.IMAGE_UNUSABLE);
        assertThat(requests).isEmpty();
    }

    @Test
    void checksEachRedirectAnew() {
        name("covers.openlibrary.org", "207.241.234.1");
        name("archive.org", "207.241.224.2");
        name("ia800505.us.archive.org", "207.241.227.3");
        answers.add(redirect(302, "https://archive.org/download/a.jpg"));
        answers.add(redirect(302, "https://ia800505.us.archive.org/view.php?a.jpg"));
        answers.add(image("image/jpeg; charset=binary"));

        assertThat(fetch("https://covers.openlibrary.org/b/id/1-M.jpg")).isEqualTo(FILE);
        assertThat(requests)
                .containsExactly(
                        "https://covers.openlibrary.org/b/id/1-M.jpg at 207.241.234.1:443",
                        "https://archive.org/download/a.jpg at 207.241.224.2:443",
                        "https://ia800505.us.archive.org/view.php?a.jpg at 207.241.227.3:443");
    }

    @Test
    void followsNoRedirectToAnAddressThatIsNotPublic() {
        name("covers.openlibrary.org", "207.241.234.1");
        name("archive.org", "192.168.0.1");
        answers.add(redirect(302, "https://archive.org/download/a.jpg"));

        assertThat(failure("https://covers.openlibrary.org/b/id/1-M.jpg").code())
                .isEqualTo(ErrorCode.IMAGE_UNUSABLE);
        assertThat(requests).hasSize(1);
    }

    @Test
    void checksTheSameHostAgainAfterARedirect() {
        name("s4.anilist.co", "1.2.3.4");
        name("s4.anilist.co", "127.0.0.1");
        answers.add(redirect(301, "/b.png"));

        assertThat(failure("https://s4.anilist.co/a.png").code()).isEqualTo(ErrorCode.IMAGE_UNUSABLE);
        assertThat(requests).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://s4.anilist.co/b.png", "https://example.com/b.png", "https://127.0.0.1/b.png", "::"})
    void followsNoRedirectToAnotherPlace(String location) {
        name("s4.anilist.co", "1.2.3.4");
        answers.add(redirect(307, location));

        assertThat(failure("https://s4.anilist.co/a.png").code()).isEqualTo(ErrorCode.IMAGE_UNUSABLE);
        assertThat(requests).hasSize(1);
    }

    @Test
    void followsThreeRedirectsAtMost() {
        for (int i = 0; i < 5; i++) {
            name("s4.anilist.co", "1.2.3.4");
            answers.add(redirect(308, "/again.png"));
        }

        assertThat(failure("https://s4.anilist.co/a.png").code()).isEqualTo(ErrorCode.IMAGE_UNUSABLE);
        assertThat(requests).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "image/webp, IMAGE_UNUSABLE",
        "image/svg+xml, IMAGE_UNUSABLE",
        "text/html; charset=utf-8, IMAGE_UNUSABLE",
        "application/octet-stream, IMAGE_UNUSABLE",
        ", IMAGE_UNUSABLE"
    })
    void takesNoOtherMediaType(String type, ErrorCode code) {
        name("s4.anilist.co", "1.2.3.4");
        answers.add(image(type));

        assertThat(failure("https://s4.anilist.co/a.png").code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "404, IMAGE_NOT_FOUND",
        "410, IMAGE_NOT_FOUND",
        "206, SOURCE_UNAVAILABLE",
        "304, SOURCE_UNAVAILABLE",
        "403, SOURCE_UNAVAILABLE",
        "500, SOURCE_UNAVAILABLE"
    })
    void saysWhatTheHostAnswered(int status, ErrorCode code) {
        name("s4.anilist.co", "1.2.3.4");
        answers.add(answer(status, Map.of("Content-Type", "image/png")));

        assertThat(failure("https://s4.anilist.co/a.png").code()).isEqualTo(code);
    }

    @Test
    void saysThatAHostHasNoAddress() {
        DomainException failure = failure("https://s4.anilist.co/a.png");

        assertThat(failure.code()).isEqualTo(ErrorCode.SOURCE_UNAVAILABLE);
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource({"429, 120, 120", "429, , 60", "503, 30, 30"})
    void leavesAHostAloneThatAsksForIt(int status, String retryAfter, long seconds) {
        name("s4.anilist.co", "1.2.3.4");
        answers.add(answer(status, retryAfter == null ? Map.of() : Map.of("Retry-After", retryAfter)));

        assertThat(failure("https://s4.anilist.co/a.png").retryAfter()).contains(Duration.ofSeconds(seconds));
        assertThat(failure("https://s4.anilist.co/b.png").code()).isEqualTo(ErrorCode.SOURCE_UNAVAILABLE);
        assertThat(requests).hasSize(1);

        clock.advance(Duration.ofSeconds(seconds + 1));
        name("s4.anilist.co", "1.2.3.4");
        answers.add(image("image/png"));
        assertThat(fetch("https://s4.anilist.co/b.png")).isEqualTo(FILE);
    }

    @Test
    void doesNotWaitForANameForEver() {
        ImageFetcher stuck = new ImageFetcher(
                this::download,
                host -> Uni.createFrom().nothing(),
                ImageConfigs.with(Map.of("test.timeout", "50ms")),
                clock);

        DomainException failure = catchThrowableOfType(
                DomainException.class,
                () -> stuck.fetch(url("https://s4.anilist.co/a.png")).await().atMost(Duration.ofSeconds(5)));

        assertThat(failure.code()).isEqualTo(ErrorCode.SOURCE_UNAVAILABLE);
    }

    private byte[] fetch(String url) {
        return fetcher.fetch(url(url)).await().atMost(Duration.ofSeconds(5));
    }

    private DomainException failure(String url) {
        return catchThrowableOfType(DomainException.class, () -> fetch(url));
    }

    private ImageUrl url(String url) {
        return new ImageUrls(config).ask(url, new ArrayList<>()).orElseThrow();
    }

    private void name(String host, String... addresses) {
        names.computeIfAbsent(host, absent -> new ArrayDeque<>()).add(List.of(addresses));
    }

    private Uni<List<InetAddress>> lookUp(String host) {
        Deque<List<String>> known = names.getOrDefault(host, new ArrayDeque<>());
        if (known.isEmpty()) {
            return Uni.createFrom().failure(new UnknownHostException(host));
        }
        return Uni.createFrom()
                .item(known.poll().stream().map(ImageFetcherTest::address).toList());
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(literal, e);
        }
    }

    private Uni<OutsideAnswer> download(
            java.net.URI uri, SocketAddress server, Map<String, String> sent, Duration timeout, long maxBytes) {
        assertThat(timeout).isPositive().isLessThanOrEqualTo(config.timeout());
        assertThat(maxBytes).isEqualTo(5L * 1024 * 1024);
        requests.add(uri + " at " + server.hostAddress() + ":" + server.port());
        headers.add(sent);
        return Uni.createFrom().item(answers.remove());
    }

    private static OutsideAnswer image(String type) {
        return answer(200, type == null ? Map.of() : Map.of("Content-Type", type));
    }

    private static OutsideAnswer redirect(int status, String location) {
        return answer(status, Map.of("Location", location));
    }

    private static OutsideAnswer answer(int status, Map<String, String> headers) {
        return new OutsideAnswer(
                status,
                MultiMap.caseInsensitiveMultiMap().addAll(headers),
                Buffer.buffer(Arrays.copyOf(FILE, FILE.length)));
    }
}
