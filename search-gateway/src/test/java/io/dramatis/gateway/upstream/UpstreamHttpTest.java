package io.dramatis.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dramatis.kit.outside.OutsideAnswer;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.PfxOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls of servers whose address was chosen beforehand. */
class UpstreamHttpTest {

    private static final String PASSWORD = "password";
    private static final String NAME = "images.example";

    @TempDir
    static Path folder;

    private static Vertx vertx;
    private static HttpServer server;
    private static UpstreamHttp http;
    private static UpstreamHttp distrustful;

    @BeforeAll
    static void start() throws Exception {
        PfxOptions store = new PfxOptions()
                .setPath(certificate(folder.resolve("server.p12")).toString())
                .setPassword(PASSWORD);
        vertx = Vertx.vertx();
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setSsl(true)
                        .setSni(true)
                        .setKeyCertOptions(store))
                .requestHandler(UpstreamHttpTest::tell)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        UpstreamConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withDefaultValue("test.contact", "operator@dramatis.example")
                .withMapping(UpstreamConfig.class, "test")
                .build()
                .getConfigMapping(UpstreamConfig.class, "test");
        http = new UpstreamHttp(vertx, config, new HttpClientOptions().setTrustOptions(store));
        distrustful = new UpstreamHttp(vertx, config);
    }

    @AfterAll
    static void stop() {
        http.close();
        distrustful.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void asksTheChosenAddressForTheNamedHost() {
        OutsideAnswer answer = fetch(http, "https://" + NAME + "/a/b?c=d");

        JsonObject told = answer.body().toJsonObject();
        assertThat(told.getString("uri")).isEqualTo("/a/b?c=d");
        assertThat(told.getString("sni")).isEqualTo(NAME);
        assertThat(told.getJsonObject("headers").getMap())
                .containsEntry("host", NAME)
                .containsEntry("accept", "image/png")
                .containsEntry("user-agent", "dramatis/0 (operator@dramatis.example)")
                .doesNotContainKeys("via", "x-forwarded-for", "forwarded", "referer", "cookie", "authorization");
    }

    @Test
    void believesNoCertificateOfAnotherName() {
        assertThatThrownBy(() -> fetch(http, "https://other.example/a"))
                .hasRootCauseMessage("No subject alternative DNS name matching other.example found.");
    }

    @Test
    void believesNoCertificateThatNobodySigned() {
        assertThatThrownBy(() -> fetch(distrustful, "https://" + NAME + "/a"))
                .cause()
                .isInstanceOf(SSLHandshakeException.class);
    }

    private static OutsideAnswer fetch(UpstreamHttp client, String url) {
        return client.fetch(
                        URI.create(url),
                        SocketAddress.inetSocketAddress(server.actualPort(), "127.0.0.1"),
                        Map.of("Accept", "image/png"),
                        Duration.ofSeconds(5),
                        1_000)
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private static void tell(HttpServerRequest request) {
        JsonObject headers = new JsonObject();
        request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        request.response()
                .end(new JsonObject()
                        .put("uri", request.uri())
                        .put("sni", request.connection().indicatedServerName())
                        .put("headers", headers)
                        .encode());
    }

    /** By the JDK's own tool: there is no interface for it. */
    private static Path certificate(Path file) throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + NAME,
                        "-ext",
                        "san=dns:" + NAME,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(output).isZero();
        return file;
    }
}
