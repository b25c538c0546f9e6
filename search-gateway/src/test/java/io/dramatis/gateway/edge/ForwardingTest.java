package io.dramatis.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dramatis.gateway.edge.Forwarding.Client;
import io.dramatis.kit.address.AddressRange;
import io.vertx.core.MultiMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardingTest {

    private final Forwarding trusting =
            new Forwarding(List.of(AddressRange.parse("10.0.0.0/8"), AddressRange.parse("fd00::/8")));

    @Test
    void believesThePeerAndNothingElse() {
        MultiMap headers = headers("X-Forwarded-For", "1.2.3.4", "X-Forwarded-Proto", "https");

        Client client = trusting.client("203.0.113.9", "http", "dramatis.example", headers);

        assertThat(client).isEqualTo(new Client("203.0.113.9", "http", "dramatis.example"));
    }

    @Test
    void takesTheNearestAddressThatIsNoProxyOfOurs() {
        MultiMap headers = headers(
                "X-Forwarded-For", "6.6.6.6, 203.0.113.9, 10.1.1.1",
                "X-Forwarded-Proto", "https",
                "X-Forwarded-Host", "dramatis.example");

        Client client = trusting.client("10.2.2.2", "http", "gateway:8080", headers);

        assertThat(client).isEqualTo(new Client("203.0.113.9", "https", "dramatis.example"));
        assertThat(client.secure()).isTrue();
    }

    @Test
    void stopsAtWhatIsNoAddress() {
        Client client = trusting.client("10.2.2.2", "http", "h", headers("X-Forwarded-For", "1.2.3.4, evil"));

        assertThat(client.address()).isEqualTo("10.2.2.2");
    }

    @Test
    void replacesWhatARequestSaysAboutItself() {
        MultiMap headers = headers(
                "X-Forwarded-For", "6.6.6.6",
                "x-forwarded-prefix", "/evil",
                "Forwarded", "for=6.6.6.6",
                "X-User-Id", "admin",
                "X-Remote-User", "root",
                "Remote-User", "root",
                "X-Real-IP", "6.6.6.6",
                "Via", "1.1 evil",
                "Connection", "close, X-Secret, Authorization",
                "X-Secret", "1",
                "TE", "trailers",
                "Host", "dramatis.example",
                "Transfer-Encoding", "chunked",
                "Authorization", "Bearer t",
                "Idempotency-Key", "k");

        MultiMap forwarded = headers();
        Forwarding.forward(headers, forwarded, new Client("203.0.113.9", "https", "dramatis.example"));

        assertThat(forwarded.names())
                .containsExactlyInAnyOrder(
                        "Authorization", "Idempotency-Key", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host");
        assertThat(forwarded.getAll("X-Forwarded-For")).containsExactly("203.0.113.9");
    }

    @Test
    void passesOnWhatTheServiceSaysButNotAboutItsConnection() {
        MultiMap answer = headers(
                "Content-Type", "application/json",
                "Set-Cookie", "a=1",
                "Set-Cookie", "b=2",
                "Connection", "close, X-Hop",
                "X-Hop", "1",
                "Transfer-Encoding", "chunked",
                "Server", "secret/1.0",
                "x-frame-options", "SAMEORIGIN",
                "X-Request-Id", "theirs");
        MultiMap ours = headers("X-Request-Id", "ours");

        Forwarding.answer(answer, ours);

        assertThat(ours.names()).containsExactlyInAnyOrder("Content-Type", "Set-Cookie", "X-Request-Id");
        assertThat(ours.getAll("Set-Cookie")).containsExactly("a=1", "b=2");
        assertThat(ours.getAll("X-Request-Id")).containsExactly("ours");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.1.2, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "192.168.128.0/17, 192.168.127.255, false",
        "192.168.128.0/17, 192.168.128.1, true",
        "127.0.0.1, 127.0.0.1, true",
        "127.0.0.1, 127.0.0.2, false",
        "127.0.0.1, ::ffff:127.0.0.1, true",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "0.0.0.0/0, 9.9.9.9, true",
        "0.0.0.0/0, ::1, false",
        "10.0.0.0/8, localhost, false",
    })
    void knowsItsNetwork(String range, String address, boolean inside) {
        assertThat(AddressRange.parse(range).contains(address)).isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0.0/x", "10.0.0.0/-1", "", "::/129"})
    void refusesARangeThatIsNone(String text) {
        assertThatThrownBy(() -> AddressRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static MultiMap headers(String... namesAndValues) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return headers;
    }
}
