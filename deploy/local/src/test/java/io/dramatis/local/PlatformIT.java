package io.dramatis.local;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.events.Topics;
import io.dramatis.local.Visitor.StreamEvent;
import io.dramatis.test.DocumentedAnswers;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged platform, used as everybody uses it: through the gateway. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class PlatformIT {

    private static final Path REPOSITORY = Path.of("../..");
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final long TWO_GIBIBYTES = 2L << 30;
    private static final Set<String> SERVICES =
            Set.of("search-gateway", "catalog-service", "collection-service", "portrait-service");

    /** What nobody may post without a token. */
    private static final Map<Service, String> ONLY_WITH_TOKEN = Map.of(
            Service.CATALOG, "/api/characters",
            Service.COLLECTION, "/api/characters/01890000-0000-7000-8000-000000000000/favorite");

    private static final Ports PORTS = Ports.free();

    @TempDir
    private static Path data;

    private static LocalPlatform platform;
    private static String gateway;
    private static Oracle oracle;

    @BeforeAll
    static void up() throws InterruptedException {
        platform = LocalPlatform.builder(REPOSITORY, data)
                .ports(PORTS)
                .offline()
                .report(line -> System.out.println("[platform] " + line))
                .build();
        platform.start();
        gateway = platform.url(Endpoint.GATEWAY);
        oracle = new Oracle(platform);
        // Whatever a test is about: the answers are as the document of the whole platform says.
        RestAssured.filters(new DocumentedAnswers(URI.create(gateway + "/api/openapi.json"), Pattern.compile("/q/.*")));
    }

    @AfterAll
    static void down() {
        RestAssured.reset();
        if (platform != null) {
            platform.stop();
        }
    }

    /** A test that failed half-way must not take the next one with it. */
    @AfterEach
    void everythingRunsAgain() throws InterruptedException {
        for (String name : List.of(LocalPlatform.KAFKA, "catalog-service")) {
            if (!platform.isRunning(name)) {
                platform.start(name);
            }
        }
    }

    @Test
    void goesFromASearchToAPortraitAndKeepsAllOverARestart() throws Exception {
        Visitor visitor = Visitor.register(gateway);
        Map<String, Object> found = given().baseUri(gateway)
                .queryParam("q", "naruto")
                .get("/api/characters/search")
                .then()
                .statusCode(200)
                .body("sources.status", hasItem("ok"))
                .extract()
                .path("items[0]");
        assertThat(found).containsKeys("name", "source", "external_id");
        given().baseUri(gateway)
                .queryParam("url", found.get("image_url"))
                .queryParam("width", 128)
                .get("/api/images")
                .then()
                .statusCode(200)
                .contentType("image/jpeg");

        String id = keep(visitor, found, 201);
        assertThat(keep(visitor, found, 200)).isEqualTo(id);
        visitor.favorite(id).then().statusCode(201);
        visitor.favorite(id).then().statusCode(200);
        String job = visitor.generate(id);
        List<StreamEvent> events = visitor.watch(id, Duration.ofSeconds(60));

        assertThat(events).isNotEmpty().last().satisfies(end -> {
            assertThat(end.name()).isEqualTo("completed");
            assertThat(end.data()).contains(job);
        });
        String url = visitor.portrait(id)
                .then()
                .statusCode(200)
                .body("has_portrait", equalTo(true))
                .extract()
                .path("portrait_url");
        byte[] png = download(visitor, url);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isGreaterThanOrEqualTo(512);
        await().atMost(SOON).untilAsserted(() -> visitor.mine()
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items.find { it.id == '" + id + "' }.portrait_url", equalTo(url)));
        Visitor stranger = Visitor.register(gateway);
        stranger.portrait(id).then().statusCode(404);
        stranger.request().get(url).then().statusCode(404);

        platform.stop();
        up();

        visitor.signIn();
        visitor.mine().then().statusCode(200).body("items.find { it.id == '" + id + "' }.portrait_url", equalTo(url));
        assertThat(download(visitor, url)).isEqualTo(png);
        assertThat(keep(visitor, found, 200)).isEqualTo(id);
    }

    private static String keep(Visitor visitor, Map<String, Object> found, int expectedStatus) {
        Map<String, Object> body = new java.util.HashMap<>(found);
        body.keySet()
                .retainAll(Set.of("name", "genre", "source", "image_url", "external_id", "site_url", "description"));
        body.put("universe", found.get("universe_title"));
        return visitor.request()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/characters/from-external")
                .then()
                .statusCode(expectedStatus)
                .extract()
                .path("id");
    }

    private static byte[] download(Visitor visitor, String url) {
        return visitor.request()
                .get(url)
                .then()
                .statusCode(200)
                .contentType("image/png")
                .extract()
                .asByteArray();
    }

    @Test
    void finishesEveryJobOnceThoughItsWorkerIsKilled() throws Exception {
        Visitor visitor = Visitor.register(gateway);
        List<UUID> jobs = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            jobs.add(UUID.fromString(visitor.generate(visitor.create("Hero " + i))));
        }
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> states(jobs).contains("running") && states(jobs).contains("completed"));
        long killed = platform.pid("portrait-service");

        platform.kill("portrait-service");

        assertThat(states(jobs)).as("jobs that the kill interrupted").containsAnyOf("running", "queued", "accepted");
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(states(jobs)).hasSize(20).containsOnly("completed"));
        assertThat(platform.pid("portrait-service")).isNotEqualTo(killed);
        await().atMost(SOON).untilAsserted(() -> assertThat(oracle.outbox()).isZero());
        assertThat(results(jobs)).hasSameSizeAs(jobs).doesNotHaveDuplicates();
        List<String> files =
                oracle.column("portrait", "SELECT path FROM image WHERE job_id = ANY (?) ORDER BY path", (Object)
                        jobs.toArray(UUID[]::new));
        assertThat(files).hasSize(20).doesNotHaveDuplicates();
        for (String file : files) {
            assertThat(ImageIO.read(platform.images().resolve(file).toFile())).isNotNull();
        }
        assertThat(oracle.column(
                        "portrait",
                        "SELECT job_id FROM image WHERE job_id = ANY (?) GROUP BY job_id HAVING count(*) <> 1",
                        (Object) jobs.toArray(UUID[]::new)))
                .isEmpty();
    }

    /** The job of every distinct completion; a record that was delivered twice carries the same event id. */
    private static List<UUID> results(List<UUID> jobs) {
        Set<String> events = new HashSet<>();
        List<UUID> completed = new ArrayList<>();
        for (JsonNode result : oracle.results(result -> jobs.contains(jobOf(result)))) {
            assertThat(result.path("event_type").asText()).isEqualTo("GenerationCompleted");
            if (events.add(result.path("event_id").asText())) {
                completed.add(jobOf(result));
            }
        }
        return completed;
    }

    private static UUID jobOf(JsonNode result) {
        return UUID.fromString(result.path("payload").path("job_id").asText());
    }

    private static List<String> states(List<UUID> jobs) {
        return oracle.column(
                "portrait", "SELECT state FROM generation_job WHERE id = ANY (?)", (Object) jobs.toArray(UUID[]::new));
    }

    @Test
    void acceptsWritesWithoutItsBrokerAndDeliversThemLater() throws Exception {
        Visitor visitor = Visitor.register(gateway);
        List<String> characters = new ArrayList<>();
        List<UUID> jobs = new ArrayList<>();

        platform.stop(LocalPlatform.KAFKA);
        await().pollInterval(Duration.ofSeconds(2))
                .during(Duration.ofSeconds(20))
                .atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> {
                    String id = visitor.create("Patient " + characters.size());
                    characters.add(id);
                    visitor.favorite(id).then().statusCode(201);
                    jobs.add(UUID.fromString(visitor.generate(id)));
                });
        assertThat(oracle.outbox()).isGreaterThanOrEqualTo(2L * characters.size());
        platform.start(LocalPlatform.KAFKA);

        // Ten portraits are drawn here, two at a time.
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(
                        () -> assertThat(states(jobs)).hasSameSizeAs(jobs).containsOnly("completed"));
        await().atMost(SOON).untilAsserted(() -> assertThat(oracle.outbox()).isZero());
        Set<String> announced = new HashSet<>();
        oracle.records(Topics.CHARACTERS).forEach(record -> announced.add(record.key()));
        assertThat(announced).containsAll(characters);
        await().atMost(SOON).untilAsserted(() -> visitor.request()
                .queryParam("limit", 100)
                .get("/api/characters/my")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(characters.size()))
                .body("items.portrait_url", not(hasItem((String) null))));
    }

    @Test
    void showsACollectionWhileTheCatalogIsAway() throws Exception {
        Visitor visitor = Visitor.register(gateway);
        String id = visitor.create("Remembered");
        visitor.favorite(id).then().statusCode(201);

        platform.stop("catalog-service");

        visitor.mine().then().statusCode(200).body("items.name", hasItem("Remembered"));
        visitor.request()
                .get("/api/characters/{id}", id)
                .then()
                .statusCode(503)
                .contentType(startsWith("application/problem+json"));
        platform.start("catalog-service");
        await().atMost(SOON)
                .untilAsserted(() ->
                        visitor.request().get("/api/characters/{id}", id).then().statusCode(200));
    }

    @Test
    void setsAPoisonousRequestAsideAndGoesOn() {
        String character = UUID.randomUUID().toString();
        UUID job = UUID.randomUUID();
        String poison = "{\"event_type\": \"GenerationRequested\", \"payload\": " + job;

        oracle.publish(Topics.GENERATION_REQUESTS, character, poison);
        oracle.publish(Topics.GENERATION_REQUESTS, character, request(job, character, UUID.randomUUID()));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(states(List.of(job))).containsExactly("completed"));
        await().atMost(SOON).untilAsserted(() -> assertThat(oracle.records(Topics.GENERATION_REQUESTS_DLQ))
                .filteredOn(record -> character.equals(record.key()))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.value()).asString().isEqualTo(poison);
                    assertThat(headers(record)).anyMatch(header -> header.contains("reason"));
                }));
    }

    private static List<String> headers(ConsumerRecord<String, byte[]> record) {
        List<String> names = new ArrayList<>();
        record.headers().forEach(header -> names.add(header.key()));
        return names;
    }

    private static String request(UUID job, String character, UUID owner) {
        return """
                {"event_id": "%s", "event_type": "GenerationRequested", "version": 1, "occurred_at": "%s",
                 "trace_id": null, "payload": {"job_id": "%s", "character_id": "%s", "owner_id": "%s",
                 "character_name": "Survivor", "visual": {"race": "dwarf"}, "count": 1, "requested_at": "%s"}}""".formatted(UUID.randomUUID(), Instant.now(), job, character, owner, Instant.now());
    }

    @Test
    void answersOperatorsOnTheManagementPortsOnly() {
        for (Service service : Service.values()) {
            String management = platform.url(service.management());
            String api = platform.url(service.api());
            for (String path : List.of("/q/health/live", "/q/health/ready", "/q/health/started", "/q/metrics")) {
                assertThat(given().get(management + path).statusCode())
                        .as(management + path)
                        .isEqualTo(200);
                assertThat(given().get(api + path).statusCode()).as(api + path).isEqualTo(404);
            }
        }
    }

    @Test
    void countsWhatItDoes() {
        given().baseUri(gateway)
                .queryParam("q", "gandalf")
                .get("/api/characters/search")
                .then()
                .statusCode(200);

        assertThat(metrics(Service.GATEWAY)).contains("dramatis_source_calls", "dramatis_source_cache");
        for (Service service : List.of(Service.CATALOG, Service.COLLECTION, Service.PORTRAIT)) {
            assertThat(metrics(service)).contains("dramatis_outbox_lag_seconds", "dramatis_outbox_pending");
        }
        assertThat(metrics(Service.PORTRAIT))
                .contains("dramatis_generation_jobs{")
                .contains("state=\"running\"");
    }

    private static String metrics(Service service) {
        return given().get(platform.url(service.management()) + "/q/metrics").asString();
    }

    @Test
    void refusesForgedAndMissingTokensInEveryService() {
        Visitor visitor = Visitor.register(gateway);
        String portrait = "/api/characters/" + visitor.create("Guarded") + "/portrait";
        Map<Service, String> open = Map.of(
                Service.GATEWAY, "/api/auth/me",
                Service.CATALOG, "/api/characters/check-name?name=x",
                Service.COLLECTION, "/api/characters/my",
                Service.PORTRAIT, portrait);

        open.forEach((service, path) -> {
            String url = platform.url(service.api()) + path;
            assertThat(status(url, visitor.token()))
                    .as("%s given a real token", service)
                    .isEqualTo(200);
            visitor.forgeries().forEach((forgery, token) -> assertThat(status(url, token))
                    .as("%s given %s", service, forgery)
                    .isEqualTo(401));
            given().contentType(ContentType.JSON)
                    .body("{}")
                    .post(platform.url(service.api()) + ONLY_WITH_TOKEN.getOrDefault(service, portrait + "/generate"))
                    .then()
                    .statusCode(401)
                    .contentType(startsWith("application/problem+json"));
        });
    }

    private static int status(String url, String token) {
        return given().header("Authorization", "Bearer " + token).get(url).statusCode();
    }

    @Test
    void idlesBelowTwoGibibytes() throws IOException {
        Map<String, Long> memory = platform.memory();
        System.out.println("[platform] resident MB at idle: " + Welcome.memory(memory));

        assertThat(memory.keySet()).containsAll(SERVICES).contains("postgres", "kafka", "source-simulator");
        assertThat(memory.values().stream().mapToLong(Long::longValue).sum()).isBetween(1L, TWO_GIBIBYTES);
        assertThat(Files.list(platform.logs()).filter(log -> log.toString().endsWith(".log")))
                .hasSizeGreaterThanOrEqualTo(SERVICES.size());
    }
}
