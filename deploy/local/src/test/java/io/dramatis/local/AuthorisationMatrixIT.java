package io.dramatis.local;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every operation of the whole platform that takes an id, for nobody, a stranger, the owner and an admin. What is not
 * the caller's must answer exactly as what does not exist. An operation that is in the document and not in the table
 * below fails here: whoever adds one says whom it is for.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AuthorisationMatrixIT {

    private static final Path REPOSITORY = Path.of("../..");

    /** What takes an id in the place of another; all of it the owner's, or none of it there. */
    private record Target(String character, String image, String filename, String job) {

        static Target missing() {
            return new Target(id(), id(), "0".repeat(32) + id().replace("-", "") + ".png", id());
        }

        private static String id() {
            return UUID.randomUUID().toString();
        }

        /** Answers echo the id that was asked for; without it those about two of them can be compared. */
        String forget(String text) {
            String forgotten = text;
            for (String one : Arrays.asList(character, image, filename, job)) {
                forgotten = forgotten.replace(one, "…");
            }
            return forgotten;
        }
    }

    /** Whom an operation serves beside the owner. */
    private enum Audience {
        /** Nobody. Strangers and admins are answered as if nothing were there, the nameless with 401. */
        OWNER,
        /** Everybody, once the character is published; before that as if nothing were there. */
        EVERYBODY_ONCE_PUBLISHED,
        /** Every account, once the character is published. */
        ACCOUNTS_ONCE_PUBLISHED,
        /** Acts on what is the caller's own alone, whatever the id: all accounts get the same answer. */
        CALLERS_OWN
    }

    /** @param success of the owner's request */
    private record Operation(
            Audience audience, int success, BiFunction<RequestSpecification, Target, Response> request) {}

    private static final Map<String, Operation> MATRIX = matrix();

    private static Map<String, Operation> matrix() {
        Map<String, Operation> matrix = new TreeMap<>();
        catalog(matrix);
        collection(matrix);
        portrait(matrix);
        return matrix;
    }

    private static void catalog(Map<String, Operation> matrix) {
        String character = "/api/characters/{id}";
        matrix.put(
                "GET " + character,
                new Operation(Audience.EVERYBODY_ONCE_PUBLISHED, 200, (as, of) -> as.get(character, of.character())));
        matrix.put(
                "PUT " + character,
                owners(200, (as, of) -> json(as, Map.of("name", "Renamed")).put(character, of.character())));
        matrix.put(
                "PATCH " + character,
                owners(200, (as, of) -> json(as, Map.of("hair", "grey")).patch(character, of.character())));
        matrix.put("DELETE " + character, owners(204, (as, of) -> as.delete(character, of.character())));
    }

    private static void collection(Map<String, Operation> matrix) {
        String favorite = "/api/characters/{id}/favorite";
        matrix.put(
                "POST " + favorite,
                new Operation(Audience.ACCOUNTS_ONCE_PUBLISHED, 201, (as, of) -> as.post(favorite, of.character())));
        matrix.put(
                "DELETE " + favorite,
                new Operation(Audience.CALLERS_OWN, 204, (as, of) -> as.delete(favorite, of.character())));
    }

    private static void portrait(Map<String, Operation> matrix) {
        String character = "/api/characters/{id}";
        matrix.put(
                "GET " + character + "/portrait",
                new Operation(
                        Audience.EVERYBODY_ONCE_PUBLISHED,
                        200,
                        (as, of) -> as.get(character + "/portrait", of.character())));
        matrix.put(
                "POST " + character + "/portrait/generate",
                owners(200, (as, of) -> json(as, Map.of()).post(character + "/portrait/generate", of.character())));
        matrix.put(
                "GET " + character + "/generation-status",
                owners(200, (as, of) -> as.get(character + "/generation-status", of.character())));
        matrix.put(
                "GET /api/media/images/{session_id}/{filename}",
                new Operation(
                        Audience.EVERYBODY_ONCE_PUBLISHED,
                        200,
                        (as, of) -> as.get(
                                "/api/media/images/{session_id}/{filename}", of.character(), of.filename())));
    }

    private static Operation owners(int success, BiFunction<RequestSpecification, Target, Response> request) {
        return new Operation(Audience.OWNER, success, request);
    }

    private static RequestSpecification json(RequestSpecification as, Object body) {
        return as.contentType(ContentType.JSON).body(body);
    }

    /** Path parameters that name no resource of anybody's. */
    private static final Map<String, String> NO_IDS = Map.of("GET /api/docs/{file}", "a page of the documentation");

    @TempDir
    private static Path data;

    private static LocalPlatform platform;
    private static String gateway;
    private static Visitor owner;
    private static Visitor stranger;
    private static Visitor admin;

    @BeforeAll
    static void up() throws Exception {
        platform = LocalPlatform.builder(REPOSITORY, data)
                .offline()
                .report(line -> System.out.println("[platform] " + line))
                .build();
        platform.start();
        gateway = platform.url(Endpoint.GATEWAY);
        owner = Visitor.register(gateway);
        stranger = Visitor.register(gateway);
        admin = Visitor.register(gateway);
        promote(admin);
    }

    @AfterAll
    static void down() {
        if (platform != null) {
            platform.stop();
        }
    }

    private static void promote(Visitor visitor) throws Exception {
        try (Connection connection = DriverManager.getConnection(
                        platform.jdbcUrl("collection"), platform.databaseUser(), platform.databasePassword());
                PreparedStatement update =
                        connection.prepareStatement("UPDATE account SET admin = true WHERE username = ?")) {
            update.setString(1, visitor.name());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
        visitor.signIn();
    }

    @Test
    void knowsEveryOperationThatTakesAnId() {
        JsonNode document =
                Oracle.parse(given().get(gateway + "/api/openapi.json").then().statusCode(200).extract().asByteArray());

        assertThat(Stream.concat(MATRIX.keySet().stream(), NO_IDS.keySet().stream()))
                .as("operations that take an id, and those this matrix tells of")
                .containsExactlyInAnyOrderElementsOf(new IdOperations(document).all());
    }

    @TestFactory
    Stream<DynamicTest> answersEverybodyAsTheMatrixSays() throws Exception {
        Target hidden = target(false);
        Target published = target(true);
        return MATRIX.entrySet().stream()
                // Deletions last: what they take is what the others ask for.
                .sorted((one, other) -> Boolean.compare(
                        one.getKey().startsWith("DELETE"), other.getKey().startsWith("DELETE")))
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(), () -> check(entry.getKey(), entry.getValue(), hidden, published)));
    }

    private static Target target(boolean published) throws Exception {
        String character = owner.create(published ? "Known to all" : "Hidden");
        String job = owner.generate(character);
        assertThat(owner.watch(character, Duration.ofSeconds(60))).last().satisfies(end -> assertThat(end.name())
                .isEqualTo("completed"));
        Response portrait = owner.portrait(character);
        String url = portrait.then().statusCode(200).extract().path("portrait_url");
        if (published) {
            json(owner.request(), Map.of("published", true))
                    .patch("/api/characters/{id}", character)
                    .then()
                    .statusCode(200);
            org.awaitility.Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> stranger.portrait(character).statusCode() == 200);
        }
        return new Target(
                character, portrait.path("image_id"), url.substring(url.lastIndexOf('/') + 1), job);
    }

    private static void check(String name, Operation operation, Target hidden, Target published) {
        boolean open = operation.audience() == Audience.EVERYBODY_ONCE_PUBLISHED;
        if (operation.audience() == Audience.CALLERS_OWN) {
            assertThat(ask(operation, nobody(), hidden).statusCode()).as(name + ", nobody").isEqualTo(401);
            for (Visitor visitor : List.of(stranger, admin, owner)) {
                assertSame(name, operation, visitor.request(), visitor.request(), hidden);
            }
            return;
        }
        for (Visitor visitor : List.of(stranger, admin)) {
            assertSame(name, operation, visitor.request(), visitor.request(), hidden);
            assertThat(ask(operation, visitor.request(), hidden).statusCode())
                    .as(name + ", hidden, somebody else")
                    .isEqualTo(404);
            assertThat(ask(operation, visitor.request(), published).statusCode())
                    .as(name + ", published, somebody else")
                    .isIn(operation.audience() == Audience.OWNER
                            ? List.of(404)
                            : List.of(operation.success(), 200));
        }
        assertSame(name, operation, nobody(), nobody(), hidden);
        assertThat(ask(operation, nobody(), hidden).statusCode())
                .as(name + ", hidden, nobody")
                .isEqualTo(open ? 404 : 401);
        assertThat(ask(operation, nobody(), published).statusCode())
                .as(name + ", published, nobody")
                .isEqualTo(open ? operation.success() : 401);
        assertThat(ask(operation, owner.request(), Target.missing()).statusCode())
                .as(name + ", missing, the owner of others")
                .isEqualTo(404);
        assertThat(ask(operation, owner.request(), hidden).statusCode())
                .as(name + ", the owner")
                .isEqualTo(operation.success());
    }

    /** What is not the caller's to see answers as what does not exist. */
    private static void assertSame(
            String name, Operation operation, RequestSpecification one, RequestSpecification other, Target foreign) {
        Target missing = Target.missing();
        Response ofForeign = ask(operation, one, foreign);
        Response ofMissing = ask(operation, other, missing);
        assertThat(essence(ofForeign, foreign)).as(name + ", foreign and missing").isEqualTo(essence(ofMissing, missing));
    }

    private static Response ask(Operation operation, RequestSpecification as, Target target) {
        return operation.request().apply(as, target);
    }

    private static String essence(Response response, Target target) {
        String body = response.asString();
        if (response.contentType().startsWith("application/problem+json")) {
            ObjectNode problem = (ObjectNode) Oracle.parse(response.asByteArray());
            problem.remove(List.of("error_id", "timestamp", "instance"));
            body = problem.toString();
        }
        return response.statusCode() + " " + response.contentType() + " " + target.forget(body);
    }

    private static RequestSpecification nobody() {
        return given().baseUri(gateway);
    }
}
