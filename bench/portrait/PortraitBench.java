package io.dramatis.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dramatis.events.Topics;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Starts the platform, with an artist that takes a millisecond, and measures the portrait service in it. */
public final class PortraitBench {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path REPOSITORY = Path.of("").toAbsolutePath();
    private static final int JOBS = Integer.parseInt(System.getenv().getOrDefault("BENCH_JOBS", "5000"));
    private static final int ROUNDS = 3;
    private static final int SAMPLES = 300;
    private static final int STREAMS = 2_000;
    private static final int ARRIVALS = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final List<String[]> bars = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, String> settings = new HashMap<>();
    private List<String> command;
    private LocalPlatform platform;
    private Path data;
    private Ports ports;
    private Process service;
    private Artist artist;
    private Results results;
    private String token;

    private PortraitBench() {}

    public static void main(String[] arguments) throws Exception {
        java.util.logging.LogManager.getLogManager().reset();
        new PortraitBench().run();
        System.exit(0);
    }

    private void run() throws Exception {
        String load = Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        data = Files.createTempDirectory("dramatis-bench-");
        artist = new Artist();
        try {
            start();
            idleMemory();
            token = register();
            throughput();
            latency();
            streams();
            thumbnails();
            large();
            write(load);
        } finally {
            stop();
            DataFolder.delete(data);
        }
    }

    private void start() throws Exception {
        ports = Ports.free();
        platform = LocalPlatform.builder(REPOSITORY, data)
                .ports(ports)
                .offline()
                .report(PortraitBench::say)
                .build();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        platform.start(List.of(Service.COLLECTION, Service.CATALOG, Service.GATEWAY));
        settings.putAll(Map.of(
                "QUARKUS_HTTP_PORT", Integer.toString(ports.of(Endpoint.PORTRAIT)),
                "QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.of(Endpoint.PORTRAIT_MANAGEMENT)),
                "QUARKUS_DATASOURCE_REACTIVE_URL", platform.jdbcUrl("portrait").replaceFirst("^jdbc:", ""),
                "QUARKUS_DATASOURCE_JDBC_URL", platform.jdbcUrl("portrait"),
                "QUARKUS_DATASOURCE_USERNAME", platform.databaseUser(),
                "QUARKUS_DATASOURCE_PASSWORD", platform.databasePassword(),
                "KAFKA_BOOTSTRAP_SERVERS", platform.kafkaBootstrap(),
                "DRAMATIS_IDENTITY_JWKS_URL", ports.address(Endpoint.COLLECTION) + "/.well-known/jwks.json",
                "QUARKUS_REST_CLIENT_CATALOG_URL", ports.address(Endpoint.CATALOG)));
        settings.putAll(Map.of(
                "DRAMATIS_PORTRAIT_STORAGE_FOLDER", platform.images().toString(),
                "DRAMATIS_PORTRAIT_PROVIDER_DEFAULT_ID", "automatic1111",
                "DRAMATIS_PORTRAIT_PROVIDER_AUTOMATIC1111_BASE_URL", artist.url(),
                "DRAMATIS_PORTRAIT_PROVIDER_LIMITS_AUTOMATIC1111_CONCURRENT", "64",
                // Also with the megapixel of the last round, thirty-two jobs fit into the memory for pictures.
                "DRAMATIS_PORTRAIT_PROVIDER_LIMITS_AUTOMATIC1111_PICTURE_MEMORY", "3M",
                "DRAMATIS_PORTRAIT_GENERATION_CONCURRENCY", "32",
                "DRAMATIS_PORTRAIT_GENERATION_MAX_OPEN_PER_OWNER", "100000",
                "QUARKUS_LOG_CONSOLE_ENABLE", "true",
                "MALLOC_ARENA_MAX", "2"));
        for (String name : List.of("CONCURRENCY", "CONNECTIONS")) {
            String wished = System.getenv("BENCH_" + name);
            if (wished != null) {
                settings.put(
                        name.equals("CONCURRENCY")
                                ? "DRAMATIS_PORTRAIT_GENERATION_CONCURRENCY"
                                : "QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE",
                        wished);
            }
        }
        command = new ArrayList<>(Jvm.command(
                256,
                Jvm.Compiler.FAST,
                List.of(
                        "-XX:MaxMetaspaceSize=160m",
                        "-jar",
                        Service.PORTRAIT.jar(REPOSITORY).toString())));
        String agent = System.getenv("BENCH_JVM");
        if (agent != null) {
            command.addAll(1, Arrays.asList(agent.split(" ")));
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("portrait.log").toFile());
        builder.environment().putAll(settings);
        service = builder.start();
        // The artist at home draws its first pictures meanwhile and needs the cores.
        TimeUnit.SECONDS.sleep(5);
        await(() -> HTTP.send(
                                HttpRequest.newBuilder(URI.create(
                                                ports.address(Endpoint.PORTRAIT_MANAGEMENT) + "/q/health/ready"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode()
                == 200);
        results = new Results(platform.kafkaBootstrap());
        Thread reader = new Thread(results, "results");
        reader.setDaemon(true);
        reader.start();
    }

    private synchronized void stop() {
        if (results != null) {
            results.stop();
        }
        if (service != null) {
            service.destroyForcibly();
        }
        if (platform != null) {
            platform.stop();
        }
        artist.close();
    }

    private void idleMemory() throws Exception {
        TimeUnit.SECONDS.sleep(15);
        long megabytes = resident();
        bar("idle memory, MB resident (JVM, C1 and C2, 256 MB heap at most)", "≤ 180", megabytes, megabytes <= 180);
    }

    private void throughput() throws Exception {
        say("warming up …");
        asked(commissions(JOBS * 3 / 5), Duration.ofMinutes(5));
        List<Double> rates = new ArrayList<>();
        List<Long> lags = new ArrayList<>();
        CpuTimes times = new CpuTimes(data);
        Map<String, Long> before = times.now();
        for (int round = 0; round < ROUNDS; round++) {
            List<UUID> jobs = new ArrayList<>();
            long begin = System.nanoTime();
            jobs.addAll(asked(commissions(JOBS), Duration.ofMinutes(5)));
            long end = jobs.stream().mapToLong(job -> results.ended().get(job).atNanos()).max().orElseThrow();
            rates.add(JOBS / ((end - begin) / 1e9));
            jobs.forEach(job -> lags.add(results.ended().get(job).lagMillis()));
            say("%.0f jobs/s".formatted(rates.get(round)));
        }
        Map<String, Long> cpu = times.now();
        double median = rates.stream().sorted().skip(ROUNDS / 2).findFirst().orElseThrow();
        bar("jobs/s, request on Kafka to completion on Kafka, 1 ms provider", "≥ 500", Math.round(median), median >= 500);
        long lag = percentile(lags, 99);
        bar("outbox lag under that load, p99 ms", "≤ 200", lag, lag <= 200);
        notes.add("Rounds of " + JOBS + " jobs: "
                + String.join(", ", rates.stream().map(rate -> "%.0f".formatted(rate)).toList())
                + " jobs/s.");
        notes.add("CPU of a job, ms: "
                + String.join(
                        ", ",
                        cpu.entrySet().stream()
                                .map(part -> "%s %.1f"
                                        .formatted(
                                                part.getKey(),
                                                (part.getValue() - before.getOrDefault(part.getKey(), 0L))
                                                        / (double) (ROUNDS * JOBS)))
                                .toList())
                + ". At 500 jobs a second two cores have 4 ms for all of them together.");
    }

    /** Publishes all at once and waits for all ends. */
    private List<UUID> asked(Map<UUID, String> commissions, Duration patience) throws Exception {
        Map<String, Object> producerSettings = Map.of(
                "bootstrap.servers", platform.kafkaBootstrap(), "acks", "all", "linger.ms", 5, "compression.type", "lz4");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(producerSettings, new StringSerializer(), new StringSerializer())) {
            commissions.forEach((job, value) -> producer.send(new ProducerRecord<>(
                    Topics.GENERATION_REQUESTS, UUID.randomUUID().toString(), value)));
            producer.flush();
        }
        await(() -> results.ended().keySet().containsAll(commissions.keySet()), patience);
        long failed = commissions.keySet().stream()
                .filter(job -> !results.ended().get(job).completed())
                .count();
        if (failed > 0) {
            // A rate of failures would be no rate of portraits.
            throw new IllegalStateException(failed + " of " + commissions.size() + " jobs failed");
        }
        return List.copyOf(commissions.keySet());
    }

    private static Map<UUID, String> commissions(int number) {
        Map<UUID, String> all = new HashMap<>();
        List<UUID> owners =
                Stream.generate(UUID::randomUUID).limit(100).toList();
        for (int i = 0; i < number; i++) {
            UUID job = UUID.randomUUID();
            all.put(job, """
                    {"event_id": "%s", "event_type": "GenerationRequested", "version": 1, "occurred_at": "%s",
                     "trace_id": null, "payload": {"job_id": "%s", "character_id": "%s", "owner_id": "%s",
                     "character_name": "Survivor", "visual": {"race": "dwarf"}, "count": 1, "requested_at": "%s"}}""".formatted(
                            UUID.randomUUID(), Instant.now(), job, UUID.randomUUID(), owners.get(i % 100), Instant.now()));
        }
        return all;
    }

    private void latency() throws Exception {
        say("submit to completed …");
        List<Long> took = new ArrayList<>();
        List<Long> lags = new ArrayList<>();
        for (int i = 0; i < SAMPLES + 50; i++) {
            String character = create("Sample " + i);
            long asked = System.nanoTime();
            JsonNode answer = json(post("/api/characters/" + character + "/portrait/generate", "{}"));
            follow(character);
            if (i >= 50) {
                took.add((System.nanoTime() - asked) / 1_000_000);
                UUID job = UUID.fromString(answer.path("job_id").textValue());
                await(() -> results.ended().containsKey(job));
                lags.add(results.ended().get(job).lagMillis());
            }
        }
        long p95 = percentile(took, 95);
        bar("submit through the gateway to \"completed\" on the stream, p95 ms", "≤ 150", p95, p95 <= 150);
        long lag = percentile(lags, 99);
        bar("outbox lag, one job at a time, p99 ms", "≤ 200", lag, lag <= 200);
        notes.add("Submit to completed, one at a time: p50 " + percentile(took, 50) + ", p95 " + p95 + ", p99 "
                + percentile(took, 99) + " ms. Outbox lag, from the event's writing to its reading: p50 "
                + percentile(lags, 50) + ", p99 " + lag + " ms.");
    }

    /** Reads the character's stream until its end. */
    private void follow(String character) throws Exception {
        HttpResponse<java.io.InputStream> stream = HTTP.send(
                request("/api/characters/" + character + "/generation-status").build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            String line;
            while ((line = lines.readLine()) != null) {
                if (line.startsWith("event:") && line.endsWith("completed")) {
                    return;
                }
            }
        }
        throw new IllegalStateException("the stream ended without a completion: " + stream.statusCode());
    }

    private void streams() throws Exception {
        say(STREAMS + " streams …");
        String character = create("Watched");
        artist.hold();
        post("/api/characters/" + character + "/portrait/generate", "{}");
        collectGarbage();
        long before = resident();
        List<SocketChannel> clients = new ArrayList<>();
        byte[] request = ("GET /api/characters/" + character + "/generation-status HTTP/1.1\r\nHost: localhost\r\n"
                        + "Authorization: Bearer " + token + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < STREAMS; i++) {
            SocketChannel client =
                    SocketChannel.open(new InetSocketAddress("127.0.0.1", ports.of(Endpoint.PORTRAIT)));
            client.write(ByteBuffer.wrap(request));
            clients.add(client);
            // What counts is how many stay open; more at an instant than the database answers would be told to come back.
            if (clients.size() % ARRIVALS == 0) {
                await(() -> openStreams() == clients.size());
            }
        }
        TimeUnit.SECONDS.sleep(3);
        collectGarbage();
        long more = resident() - before;
        bar(STREAMS + " idle event streams, MB resident more", "≤ 50", more, more <= 50);

        long released = System.nanoTime();
        artist.release();
        long last = readUntilCompleted(clients) - released;
        notes.add("A held job's completion reached all " + STREAMS + " streams "
                + TimeUnit.NANOSECONDS.toMillis(last) + " ms after the artist let go of it.");
        for (SocketChannel client : clients) {
            client.close();
        }
    }

    private int openStreams() throws Exception {
        return HTTP.send(
                        HttpRequest.newBuilder(
                                        URI.create(ports.address(Endpoint.PORTRAIT_MANAGEMENT) + "/q/metrics"))
                                .build(),
                        HttpResponse.BodyHandlers.ofLines())
                .body()
                .filter(line -> line.startsWith("dramatis_status_streams "))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.indexOf(' '))))
                .sum();
    }

    /** When the last of them had its terminal event. */
    private static long readUntilCompleted(List<SocketChannel> clients) throws IOException {
        Selector selector = Selector.open();
        for (SocketChannel client : clients) {
            client.configureBlocking(false);
            client.register(selector, SelectionKey.OP_READ, new StringBuilder());
        }
        int left = clients.size();
        ByteBuffer buffer = ByteBuffer.allocate(16 * 1024);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (left > 0 && System.nanoTime() < deadline) {
            selector.select(1_000);
            for (SelectionKey key : selector.selectedKeys()) {
                buffer.clear();
                if (((SocketChannel) key.channel()).read(buffer) < 0) {
                    throw new IOException("a stream ended before its job");
                }
                StringBuilder text = (StringBuilder) key.attachment();
                text.append(new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8));
                if (text.indexOf("event:completed") >= 0 || text.indexOf("event: completed") >= 0) {
                    key.cancel();
                    left--;
                }
            }
            selector.selectedKeys().clear();
        }
        if (left > 0) {
            throw new IOException(left + " streams never had the end");
        }
        return System.nanoTime();
    }

    private void thumbnails() throws Exception {
        say("thumbnails …");
        artist.paint(1024);
        String character = create("Shown");
        post("/api/characters/" + character + "/portrait/generate", "{}");
        follow(character);
        String url = json(HTTP.send(
                                request("/api/characters/" + character + "/portrait").build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body())
                .path("portrait_url")
                .textValue();
        StringBuilder rates = new StringBuilder("Thumbnails served, 16 connections:");
        // Until the compilers are done with this way through the service.
        serve(url + "?size=64", 20);
        for (int size : List.of(64, 256, 512)) {
            serve(url + "?size=" + size, 2);
            rates.append(" %d px %,.0f/s,".formatted(size, serve(url + "?size=" + size, 4)));
        }
        notes.add(rates.substring(0, rates.length() - 1) + ".");
    }

    /** Requests a second straight at the service. */
    private double serve(String path, int seconds) throws Exception {
        HttpRequest one = HttpRequest.newBuilder(URI.create(ports.address(Endpoint.PORTRAIT) + path))
                .header("Authorization", "Bearer " + token)
                .build();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        ExecutorService clients = Executors.newFixedThreadPool(16);
        try {
            List<Future<Integer>> counts = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                counts.add(clients.submit(() -> {
                    int count = 0;
                    while (System.nanoTime() < end) {
                        int status = HTTP.send(one, HttpResponse.BodyHandlers.discarding()).statusCode();
                        if (status != 200) {
                            throw new IllegalStateException(path + " answered " + status);
                        }
                        count++;
                    }
                    return count;
                }));
            }
            int all = 0;
            for (Future<Integer> count : counts) {
                all += count.get();
            }
            return all / (double) seconds;
        } finally {
            clients.shutdownNow();
        }
    }

    /** What a picture of a usual size costs, its thumbnails included. */
    private void large() throws Exception {
        say("pictures of a megapixel …");
        asked(commissions(50), PATIENCE);
        long before = cpuMillis();
        long begin = System.nanoTime();
        asked(commissions(200), PATIENCE);
        double seconds = (System.nanoTime() - begin) / 1e9;
        notes.add("Jobs with a picture of 1024 × 1024: %.1f a second (three thumbnails each: %.0f thumbnails a second), %.0f ms of CPU each."
                .formatted(200 / seconds, 600 / seconds, (cpuMillis() - before) / 200.0));
        notes.add("Resident after all of it: " + resident() + " MB.");
    }

    private String register() throws Exception {
        String name = "bench-" + UUID.randomUUID().toString().substring(0, 8);
        String gateway = ports.address(Endpoint.GATEWAY);
        HTTP.send(
                HttpRequest.newBuilder(URI.create(gateway + "/api/auth/register"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"username\":\"" + name + "\",\"password\":\"a long enough secret\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(gateway + "/api/auth/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "grant_type=password&username=" + name + "&password=a+long+enough+secret"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return json(answer.body()).path("access_token").textValue();
    }

    private String create(String name) throws Exception {
        return json(post("/api/characters", "{\"name\":\"" + name + "\",\"race\":\"dwarf\"}"))
                .path("id")
                .textValue();
    }

    private String post(String path, String body) throws Exception {
        HttpResponse<String> answer = HTTP.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 429) {
            TimeUnit.SECONDS.sleep(2);
            return post(path, body);
        }
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(ports.address(Endpoint.GATEWAY) + path))
                .header("Authorization", "Bearer " + token);
    }

    private static JsonNode json(String text) throws IOException {
        return JSON.readTree(text);
    }

    private static long percentile(Collection<Long> values, int percent) {
        List<Long> sorted = values.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private void collectGarbage() throws Exception {
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(service.pid()),
                        "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        TimeUnit.SECONDS.sleep(1);
    }

    private long resident() {
        return Processes.residentBytes(service.pid()) / 1_000_000;
    }

    private long cpuMillis() {
        return service.toHandle().info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        await(condition, PATIENCE);
    }

    private static void await(Callable<Boolean> condition, Duration patience) throws Exception {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                if (condition.call()) {
                    return;
                }
            } catch (IOException notYet) {
                // Nobody listens there so far.
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("waited in vain for " + patience);
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private void bar(String what, String bar, long value, boolean reached) {
        bars.add(new String[] {what, bar, "%,d %s".formatted(value, reached ? "✓" : "✗")});
        say(what + ": " + value + " (" + bar + ")");
    }

    private void write(String load) throws IOException {
        StringBuilder text = new StringBuilder("# Results of `bench/portrait/run.sh`\n\n");
        text.append("Written by the last run; [README.md](README.md) says how to read it.\n\n");
        text.append("- ").append(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
                .format(Instant.now().atOffset(ZoneOffset.UTC)));
        text.append("; ").append(Runtime.getRuntime().availableProcessors()).append(" cores, load average before the run ");
        text.append(load).append("\n- Java ").append(System.getProperty("java.version")).append(": `");
        text.append(String.join(" ", command.subList(1, command.size() - 2))).append("`\n- ");
        text.append(settings.get("DRAMATIS_PORTRAIT_GENERATION_CONCURRENCY"));
        text.append(" jobs at a time, ").append(settings.getOrDefault("QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE", "16"));
        text.append(" connections; medians of ").append(ROUNDS).append(" rounds. The servers, the other services, the"
                + " artist and the measuring program have the same cores.\n\n");
        text.append("| | bar | measured |\n|---|---|--:|\n");
        bars.forEach(row -> text.append("| ").append(String.join(" | ", row)).append(" |\n"));
        text.append('\n');
        notes.forEach(note -> text.append("- ").append(note).append('\n'));
        Files.writeString(REPOSITORY.resolve("bench/RESULTS-portrait.md"), text);
        say("\n" + text);
    }

    private static void say(String text) {
        System.out.println(text);
    }
}
