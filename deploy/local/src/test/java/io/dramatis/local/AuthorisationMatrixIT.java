package io.dramatis.local;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
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

        /** Somebody's character with these belongings. */
        Target of(Target owner) {
            return new Target(owner.character(), image, filename, job);
        }

        /** Answers echo the id that was asked for; without it those about two of them can be compared. */
        String forget(String text) {
            String forgotten = text;
            for (String one : List.of(character, image, filename, job)) {
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
        /** Every account, but it acts on the caller's own alone: with somebody else's id as if nothing were there. */
        ACCOUNTS_FOR_THEIR_OWN
    }

    /**
     * @param success of the owner's request
     * @param nothing of a request about what is not the caller's, where that is no failure
     * @param belongings whether it takes the id of something that belongs to the character beside the character's
     */
    private record Operation(
            Audience audience,
            int success,
            int nothing,
            BiFunction<RequestSpecification, Target, Response> request,
            boolean belongings) {

        Operation(Audience audience, int success, BiFunction<RequestSpecification, Target, Response> request) {
            this(audience, success, success, request, false);
        }

        Operation withBelongings() {
            return new Operation(audience, success, nothing, request, true);
        }

        Operation thatFindsNothingWith(int status) {
            return new Operation(audience, success, status, request, belongings);
        }
    }

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
        matrix.put("PUT " + character, owners(200, (as, of) -> json(as, Map.of("name", "Renamed"))
                .put(character, of.character())));
        matrix.put("PATCH " + character, owners(200, (as, of) -> json(as, Map.of("hair", "grey"))
                .patch(character, of.character())));
        matrix.put("DELETE " + character, owners(204, (as, of) -> as.delete(character, of.character())));
    }

    private static void collection(Map<String, Operation> matrix) {
        String favorite = "/api/characters/{id}/favorite";
        matrix.put(
                "POST " + favorite,
                new Operation(Audience.ACCOUNTS_ONCE_PUBLISHED, 201, (as, of) -> as.post(favorite, of.character())));
        matrix.put(
                "DELETE " + favorite,
                new Operation(Audience.ACCOUNTS_FOR_THEIR_OWN, 204, (as, of) -> as.delete(favorite, of.character())));
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
                "POST " + character + "/portrait/generate", owners(202, (as, of) -> json(as, Map.of("regenerate", true))
                        .post(character + "/portrait/generate", of.character())));
        matrix.put(
                "GET " + character + "/generation-status",
                owners(200, (as, of) -> as.get(character + "/generation-status", of.character())));
        matrix.put("POST " + character + "/regenerate", owners(202, (as, of) -> json(as, Map.of())
                .post(character + "/regenerate", of.character())));
        matrix.put("POST " + character + "/generate-image", owners(202, (as, of) -> json(as, Map.of())
                .post(character + "/generate-image", of.character())));
        matrix.put("POST " + character + "/enhance-prompt", owners(200, (as, of) -> json(as, Map.of())
                .post(character + "/enhance-prompt", of.character())));
        matrix.put(
                "POST " + character + "/variants",
                owners(202, (as, of) -> json(as, Map.of("reference_image_id", of.image(), "prompt", "in red"))
                                .post(character + "/variants", of.character()))
                        .withBelongings());
        jobs(matrix);
        images(matrix);
    }

    private static void jobs(Map<String, Operation> matrix) {
        String jobs = "/api/portraits/jobs";
        matrix.put("GET " + jobs + "/{job_id}", owners(200, (as, of) -> as.get(jobs + "/{job_id}", of.job())));
        matrix.put(
                "GET " + jobs + "/{job_id}/status",
                owners(200, (as, of) -> as.get(jobs + "/{job_id}/status", of.job())));
        // It has completed: the owner is told so.
        matrix.put("DELETE " + jobs + "/{job_id}", owners(409, (as, of) -> as.delete(jobs + "/{job_id}", of.job())));
        matrix.put("GET " + jobs, new Operation(Audience.ACCOUNTS_FOR_THEIR_OWN, 200, (as, of) -> as.queryParam(
                        "character_id", of.character())
                .get(jobs)));
        matrix.put(
                "POST /api/portraits/batch",
                new Operation(Audience.ACCOUNTS_FOR_THEIR_OWN, 202, (as, of) -> json(
                                        as, Map.of("character_ids", List.of(of.character())))
                                .post("/api/portraits/batch"))
                        .thatFindsNothingWith(200));
    }

    private static void images(Map<String, Operation> matrix) {
        String images = "/api/characters/{id}/images";
        String image = images + "/{image_id}";
        matrix.put("GET " + images, owners(200, (as, of) -> as.get(images, of.character())));
        matrix.put(
                "GET " + image,
                owners(200, (as, of) -> as.get(image, of.character(), of.image()))
                        .withBelongings());
        matrix.put(
                "DELETE " + image,
                owners(204, (as, of) -> as.delete(image, of.character(), of.image()))
                        .withBelongings());
        matrix.put(
                "GET " + image + "/compare",
                owners(200, (as, of) -> as.queryParam("with", of.image())
                                .get(image + "/compare", of.character(), of.image()))
                        .withBelongings());
        matrix.put(
                "POST " + image + "/signed-url",
                owners(200, (as, of) -> json(as, Map.of()).post(image + "/signed-url", of.character(), of.image()))
                        .withBelongings());
        matrix.put("POST /api/characters/{id}/upload", owners(201, (as, of) -> as.multiPart(
                        "file", "portrait.png", png(), "image/png")
                .post("/api/characters/{id}/upload", of.character())));
        matrix.put(
                "POST /api/characters/{id}/select-image",
                owners(200, (as, of) -> json(as, Map.of("image_id", of.image()))
                                .post("/api/characters/{id}/select-image", of.character()))
                        .withBelongings());
        matrix.put(
                "GET /api/characters/{id}/portrait/history",
                owners(200, (as, of) -> as.get("/api/characters/{id}/portrait/history", of.character())));
        matrix.put(
                "GET /api/media/images/{session_id}/{filename}",
                new Operation(
                                Audience.EVERYBODY_ONCE_PUBLISHED,
                                200,
                                (as, of) -> as.get(
                                        "/api/media/images/{session_id}/{filename}", of.character(), of.filename()))
                        .withBelongings());
    }

    private static byte[] png() {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    private static Operation owners(int success, BiFunction<RequestSpecification, Target, Response> request) {
        return new Operation(Audience.OWNER, success, request);
    }

    private static RequestSpecification json(RequestSpecification as, Object body) {
        return as.contentType(ContentType.JSON).body(body);
    }

    /** Those whose ids name no resource of anybody's. */
    private static final Map<String, String> NO_IDS = Map.of(
            "GET /api/sources/max", "AniList's id of a title",
            "POST /api/characters/from-external", "the source's id");

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
        JsonNode document = Oracle.parse(given().get(gateway + "/api/openapi.json")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());

        assertThat(Stream.concat(MATRIX.keySet().stream(), NO_IDS.keySet().stream()))
                .as("operations that take an id, and those this matrix tells of")
                .containsExactlyInAnyOrderElementsOf(new IdOperations(document).all());
    }

    @TestFactory
    Stream<DynamicTest> answersEverybodyAsTheMatrixSays() throws Exception {
        Target hidden = target(owner, false);
        Target published = target(owner, true);
        Target strangers = target(stranger, false);
        return MATRIX.entrySet().stream()
                // Deletions last, of the smaller things first: what they take is what the others ask for.
                .sorted(Comparator.comparing((Map.Entry<String, Operation> entry) ->
                                entry.getKey().startsWith("DELETE"))
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(), () -> check(entry.getKey(), entry.getValue(), hidden, published, strangers)));
    }

    @Test
    void showsAHiddenImageToWhoeverHasItsSignedUrlAndNothingBesides() throws Exception {
        Target hidden = target(owner, false);
        Target other = target(owner, false);
        String url = json(owner.request(), Map.of())
                .post("/api/characters/{id}/images/{image_id}/signed-url", hidden.character(), hidden.image())
                .then()
                .statusCode(200)
                .extract()
                .path("url");

        assertThat(nobody().urlEncodingEnabled(false).get(url).statusCode()).isEqualTo(200);
        for (String forged : List.of(
                url.replace(hidden.filename(), other.filename()).replace(hidden.character(), other.character()),
                url.replaceFirst("expires=\\d", "expires=9"),
                url.replaceFirst("signature=.", "signature=_"),
                url.replaceFirst("\\?.*", ""))) {
            assertThat(nobody().urlEncodingEnabled(false).get(forged).statusCode())
                    .as(forged)
                    .isEqualTo(404);
        }
    }

    private static Target target(Visitor owner, boolean published) throws Exception {
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
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> stranger.portrait(character).statusCode() == 200);
        }
        return new Target(character, portrait.path("image_id"), url.substring(url.lastIndexOf('/') + 1), job);
    }

    private static void check(String name, Operation operation, Target hidden, Target published, Target strangers) {
        boolean everybody = operation.audience() == Audience.EVERYBODY_ONCE_PUBLISHED;
        boolean accounts = operation.audience() == Audience.ACCOUNTS_FOR_THEIR_OWN;
        for (Visitor visitor : List.of(stranger, admin)) {
            assertSame(name, operation, visitor::request, hidden, Target.missing());
            assertThat(ask(operation, visitor.request(), hidden).statusCode())
                    .as(name + ", hidden, somebody else")
                    .isEqualTo(accounts ? operation.nothing() : 404);
            assertThat(ask(operation, visitor.request(), published).statusCode())
                    .as(name + ", published, somebody else")
                    .isIn(operation.audience() == Audience.OWNER ? List.of(404) : List.of(operation.success(), 200));
        }
        // One's own in the path and somebody else's beside it.
        if (operation.belongings()) {
            Target mixed = hidden.of(strangers);
            assertSame(
                    name + ", mixed",
                    operation,
                    stranger::request,
                    mixed,
                    Target.missing().of(strangers));
            assertThat(ask(operation, stranger.request(), mixed).statusCode())
                    .as(name + ", mixed")
                    .isEqualTo(404);
        }
        assertSame(name, operation, AuthorisationMatrixIT::nobody, hidden, Target.missing());
        assertThat(ask(operation, nobody(), hidden).statusCode())
                .as(name + ", hidden, nobody")
                .isEqualTo(everybody ? 404 : 401);
        assertThat(ask(operation, nobody(), published).statusCode())
                .as(name + ", published, nobody")
                .isEqualTo(everybody ? operation.success() : 401);
        assertThat(ask(operation, owner.request(), Target.missing()).statusCode())
                .as(name + ", missing, the owner of others")
                .isEqualTo(accounts ? operation.nothing() : 404);
        assertThat(ask(operation, owner.request(), hidden).statusCode())
                .as(name + ", the owner")
                .isEqualTo(operation.success());
    }

    /** What is not the caller's to see answers as what does not exist. */
    private static void assertSame(
            String name, Operation operation, Supplier<RequestSpecification> as, Target foreign, Target missing) {
        assertThat(essence(ask(operation, as.get(), foreign), foreign))
                .as(name + ", foreign and missing")
                .isEqualTo(essence(ask(operation, as.get(), missing), missing));
    }

    private static Response ask(Operation operation, RequestSpecification as, Target target) {
        return operation.request().apply(as, target);
    }

    private static String essence(Response response, Target target) {
        String body = response.asString();
        if (response.contentType().contains("json")) {
            JsonNode json = Oracle.parse(response.asByteArray());
            forgetWhatIsNewEachTime(json);
            body = json.toString();
        }
        return response.statusCode() + " " + response.contentType() + " " + target.forget(body);
    }

    private static void forgetWhatIsNewEachTime(JsonNode json) {
        if (json instanceof ObjectNode object) {
            object.remove(List.of("error_id", "timestamp", "instance", "batch_id"));
        }
        json.forEach(AuthorisationMatrixIT::forgetWhatIsNewEachTime);
    }

    private static RequestSpecification nobody() {
        return given().baseUri(gateway);
    }
}
