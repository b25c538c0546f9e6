package io.dramatis.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One replica of the packaged portrait service, in a process that can be killed, stopped and looked into. */
final class PackagedPortrait implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** ESTABLISHED and CLOSE_WAIT, as the kernel's table numbers them. */
    private static final Set<String> HELD = Set.of("01", "08");

    private final Process process;
    private final Path log;
    private final Ports ports;
    private final Map<String, String> settings;
    private final Thread ender;

    private PackagedPortrait(Process process, Path log, Ports ports, Map<String, String> settings) {
        this.process = process;
        this.log = log;
        this.ports = ports;
        this.settings = settings;
        this.ender = new Thread(process::destroyForcibly, "ends " + log.getFileName());
        Runtime.getRuntime().addShutdownHook(ender);
    }

    /** As the launcher starts it, but for the environment. Not ready yet. */
    static PackagedPortrait launch(Path repository, Path log, Map<String, String> settings) throws IOException {
        Service.PORTRAIT.requirePackaged(repository);
        Ports ports = Ports.free();
        // Less than the launcher gives it: nothing is uploaded here.
        ProcessBuilder builder = new ProcessBuilder(Jvm.command(
                        192,
                        Jvm.Compiler.SMALL,
                        List.of(
                                "-XX:MaxMetaspaceSize=160m",
                                "-jar",
                                Service.PORTRAIT
                                        .jar(repository)
                                        .toAbsolutePath()
                                        .toString())))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(Jvm.ENVIRONMENT);
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_HTTP_HOST",
                        LocalConfig.LOOPBACK,
                        "QUARKUS_HTTP_PORT",
                        Integer.toString(ports.of(Endpoint.PORTRAIT)),
                        "QUARKUS_MANAGEMENT_HOST",
                        LocalConfig.LOOPBACK,
                        "QUARKUS_MANAGEMENT_PORT",
                        Integer.toString(ports.of(Endpoint.PORTRAIT_MANAGEMENT))));
        builder.environment().putAll(settings);
        return new PackagedPortrait(builder.start(), log, ports, settings);
    }

    boolean isReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the service ended while it started; see " + log);
        }
        try {
            return get(ports.address(Endpoint.PORTRAIT_MANAGEMENT) + "/q/health/ready")
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    Map<String, String> settings() {
        return settings;
    }

    String url() {
        return ports.address(Endpoint.PORTRAIT);
    }

    long pid() {
        return process.pid();
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    /** A sample of Micrometer's, labels included in the name; NaN where it is not there. */
    double metric(String name) {
        try {
            return get(ports.address(Endpoint.PORTRAIT_MANAGEMENT) + "/q/metrics")
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Open files and sockets. */
    long descriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
            return open.count();
        }
    }

    /** Clients' connections to the API that this side has not let go of, those included that the client has ended. */
    long connections() throws IOException {
        String port = ":%04X".formatted(ports.of(Endpoint.PORTRAIT));
        long open = 0;
        for (String table : List.of("tcp", "tcp6")) {
            try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/net/" + table))) {
                open += lines.map(line -> line.strip().split("\\s+"))
                        .filter(fields -> fields[1].endsWith(port) && HELD.contains(fields[3]))
                        .count();
            }
        }
        return open;
    }

    /** As the machine's loss would look like: nothing is told to anybody. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, without waiting. */
    void terminate() {
        process.destroy();
    }

    boolean awaitEnd(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static HttpResponse<String> get(String url) throws IOException {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .timeout(Duration.ofSeconds(5))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        Runtime.getRuntime().removeShutdownHook(ender);
    }
}
