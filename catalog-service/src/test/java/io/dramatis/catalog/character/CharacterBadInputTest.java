package io.dramatis.catalog.character;

import static io.dramatis.catalog.character.Characters.as;
import static io.dramatis.catalog.character.Characters.create;
import static io.dramatis.catalog.character.Characters.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.catalog.CatalogServiceTest;
import io.dramatis.test.Databases;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer is a problem of the client's and says so. */
@CatalogServiceTest
class CharacterBadInputTest {

    private static final String LONG = "x".repeat(10_000);

    private final UUID me = UUID.randomUUID();

    @BeforeEach
    void clean() {
        Databases.clean();
    }

    /** As they stand between the quotes of a JSON string. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \\t ",
                "\\u0000",
                "nul\\u0000inside",
                "bell\\u0007",
                "two\\nlines",
                "\\u0085",
                "\\u202e",
                "\\u200b\\u00a0",
                "half a pair \\ud83e"
            })
    void refusesOddNames(String name) {
        refusesName(name);
    }

    @Test
    void refusesLongTexts() {
        String id = create(me, "Short");

        refusesName(LONG);
        refusesName("\\u0430".repeat(121));
        for (String field :
                new String[] {"universe", "description", "backstory", "chat_style", "attire", "image_url"}) {
            expect(patch(id, "{\"" + field + "\":\"" + LONG + "\"}"), 400, "CHARACTER_VALIDATION");
            expect(patch(id, "{\"" + field + "\":\"a\\u0000b\"}"), 400, "CHARACTER_VALIDATION");
        }
        expect(patch(id, "{\"pose\":\"" + LONG + "\"}"), 400, "CHARACTER_VALIDATION");
        expect(patch(id, "{\"example_responses\":[\"a\\u0000\"]}"), 400, "CHARACTER_VALIDATION");
        expect(patch(id, "{\"example_responses\":[" + "\"a\",".repeat(20) + "\"a\"]}"), 400, "CHARACTER_VALIDATION");
        assertThat(get(me, id).get("version").asInt()).isEqualTo(1);
    }

    @Test
    void takesTextsAsLongAsTheyMayBe() {
        String name = "Ж".repeat(120);
        String body =
                "{\"name\":\"%s\",\"description\":\"%s\",\"backstory\":\"%s\",\"attire\":\"%s\",\"universe\":\"%s\"}"
                        .formatted(
                                name,
                                "界".repeat(4_000),
                                "\uD83E\uDD89".repeat(2_000),
                                "é".repeat(500),
                                "ﷺ".repeat(200));

        String id =
                post("/api/characters", body).then().statusCode(201).extract().path("id");

        JsonNode character = get(me, id);
        assertThat(character.get("name").asText()).isEqualTo(name);
        assertThat(character.get("backstory").asText()).isEqualTo("\uD83E\uDD89".repeat(2_000));
        // Its key is eighteen times as long; it has to fit the indexes and the cursor.
        String ligatures = create(me, Map.of("name", "ﷺ".repeat(120)));
        as(me).queryParam("limit", 1)
                .queryParam("sort", "name")
                .queryParam(
                        "cursor",
                        as(me).get("/api/characters?limit=1&sort=name").<String>path("next_cursor"))
                .get("/api/characters")
                .then()
                .statusCode(200);
        assertThat(get(me, ligatures).get("name").asText()).hasSize(120);
    }

    @Test
    void takesWhatOnlyLooksDangerous() {
        String name = "'; drop table characters; -- <script>%00\\u";
        String id = create(me, Map.of("name", name));

        assertThat(get(me, id).get("name").asText()).isEqualTo(name);
        as(me).queryParam("name", name).get("/api/characters/check-name").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "null",
                "[]",
                "[{\"name\":\"x\"}]",
                "\"text\"",
                "7",
                "{\"name\":\"x\"",
                "{\"name\":\"x\"} trailing",
                "{'name':'x'}",
                "{\"name\":{}}",
                "{\"name\":[\"x\"]}",
                "{\"name\":\"x\",\"published\":\"perhaps\"}",
                "{\"name\":\"x\",\"published\":{}}",
                "{\"name\":\"x\",\"example_responses\":\"y\"}",
                "{\"name\":\"x\",\"example_responses\":[{}]}",
                "{\"name\":\"a\u0000b\"}",
                "\u0000"
            })
    void refusesWhatIsNoCharacter(String body) {
        String id = create(me, "Unharmed");
        JsonNode before = get(me, id);

        expect(post("/api/characters", body), 400, null);
        expect(post("/api/characters/from-external", body), 400, null);
        expect(as(me).body(body).put("/api/characters/{id}", id), 400, null);
        expect(patch(id, body), 400, null);

        assertThat(get(me, id)).isEqualTo(before);
        assertThat(Databases.count("characters")).isEqualTo(1);
    }

    @Test
    void refusesDepthsAndNumbersThatAreNone() {
        String id = create(me, "Unharmed");
        String deep = "{\"name\":".repeat(2_000) + "1" + "}".repeat(2_000);
        String number = "{\"name\":" + "9".repeat(5_000) + "}";

        expect(post("/api/characters", deep), 400, null);
        expect(patch(id, deep), 400, null);
        expect(post("/api/characters", number), 400, null);
        expect(patch(id, number), 400, null);
        expect(patch(id, "{\"published\":1e999999999}"), 400, null);
        expect(patch(id, "{\"example_responses\":" + "[".repeat(900) + "]".repeat(900) + "}"), 400, null);
        byte[] latin1 = "{\"name\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        expect(as(me).body(latin1).post("/api/characters"), 400, "MALFORMED_BODY");

        assertThat(get(me, id).get("version").asInt()).isEqualTo(1);
    }

    @Test
    void refusesOtherMediaTypes() {
        String id = create(me, "Unharmed");
        String body = "{\"name\":\"x\"}";

        for (String type : new String[] {"text/plain", "application/xml", "multipart/form-data; boundary=x"}) {
            expect(
                    as(me).contentType(type)
                            .body(body.getBytes(StandardCharsets.UTF_8))
                            .post("/api/characters"),
                    415,
                    null);
            expect(
                    as(me).contentType(type)
                            .body(body.getBytes(StandardCharsets.UTF_8))
                            .post("/api/characters/from-external"),
                    415,
                    null);
            expect(
                    as(me).contentType(type)
                            .body(body.getBytes(StandardCharsets.UTF_8))
                            .put("/api/characters/{id}", id),
                    415,
                    null);
            expect(
                    as(me).contentType(type)
                            .body(body.getBytes(StandardCharsets.UTF_8))
                            .patch("/api/characters/{id}", id),
                    415,
                    "UNSUPPORTED_MEDIA_TYPE");
        }
        expect(as(me).accept("text/html").get("/api/characters/{id}", id), 406, null);
        expect(as(me).body(body).post("/api/characters/{id}", id), 405, null);
    }

    @Test
    void refusesBodiesOverTheLimit() {
        String id = create(me, "Unharmed");
        String body = "{\"name\":\"x\",\"description\":\"" + "x".repeat(400_000) + "\"}";

        expect(post("/api/characters", body), 413, "BODY_TOO_LARGE");
        expect(as(me).body(body).put("/api/characters/{id}", id), 413, "BODY_TOO_LARGE");
        expect(patch(id, body), 413, "BODY_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=-1",
                "limit=101",
                "limit=99999999999999999999",
                "limit=ten",
                "limit=%00",
                "cursor=%00",
                "cursor=%C3%28",
                "q=%00",
                "q=a%00b",
                "q=%07",
                "q=two%0Alines",
                "genre=%00",
                "genre=noir",
                "source=myspace",
                "sort=owner_id",
                "sort=name,id",
                "mine=perhaps",
                "mine=%00"
            })
    void refusesOddQueries(String query) {
        expect(as(me).urlEncodingEnabled(false).get("/api/characters?" + query), 400, null);
    }

    @Test
    void listsEveryFaultOfAQueryAtOnce() {
        Response answer =
                as(me).get("/api/characters?limit=1000&genre=noir&source=x&sort=x&mine=x&q=" + "q".repeat(101));

        expect(answer, 400, "VALIDATION");
        assertThat(answer.<List<String>>path("violations.field"))
                .containsExactly("genre", "limit", "mine", "q", "sort", "source");
        assertThat(answer.<String>path("violations.find { it.field == 'sort' }.message"))
                .isEqualTo("must be one of: updated_at, created_at, name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"other=x", "name", "name=", "name=%20", "name=%00", "name=a%00b", "name=%E2%80%8B", "name=a%0Ab"
            })
    void refusesOddNamesToCheck(String query) {
        expect(as(me).urlEncodingEnabled(false).get("/api/characters/check-name?" + query), 400, null);
    }

    @Test
    void refusesLongQueries() {
        expect(as(me).queryParam("name", "x".repeat(3_000)).get("/api/characters/check-name"), 400, null);
        expect(as(me).queryParam("q", "x".repeat(3_000)).get("/api/characters"), 400, null);
        expect(as(me).queryParam("cursor", "A".repeat(3_000)).get("/api/characters"), 400, "INVALID_CURSOR");
        assertThat(as(me).queryParam("name", LONG)
                        .get("/api/characters/check-name")
                        .statusCode())
                .isEqualTo(414);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%00", "1", "..%2f..%2fetc", "018900000000700080000000000000001", "%F0%28"})
    void knowsNothingByIdsThatAreNone(String id) {
        for (String method : new String[] {"GET", "DELETE"}) {
            Response answer = as(me).urlEncodingEnabled(false).request(method, "/api/characters/" + id);

            assertThat(answer.statusCode()).as(method).isIn(400, 404);
            assertThat(answer.contentType()).startsWith("application/problem+json");
        }
    }

    @Test
    void refusesOddIdempotencyKeys() {
        for (String key : new String[] {"x".repeat(201), "k\u00e4", "a\tb"}) {
            expect(
                    as(me).header("Idempotency-Key", key)
                            .body("{\"name\":\"x\"}")
                            .post("/api/characters"),
                    400,
                    "VALIDATION");
        }
        assertThat(Databases.count("characters")).isZero();
    }

    @Test
    void takesOddConditionsAsConditionsThatDoNotHold() {
        String id = create(me, "Unharmed");

        for (String tag : new String[] {",", "x".repeat(5_000), "\"", "W/", "\"a\u00e4\""}) {
            assertThat(as(me).header("If-None-Match", tag)
                            .get("/api/characters/{id}", id)
                            .statusCode())
                    .isEqualTo(200);
            expect(as(me).header("If-Match", tag).delete("/api/characters/{id}", id), 412, "PRECONDITION_FAILED");
        }
    }

    private void refusesName(String name) {
        String id = create(me, "Named");
        String body = "{\"name\":\"" + name + "\"}";

        expect(post("/api/characters", body), 400, "CHARACTER_VALIDATION");
        expect(as(me).body(body).put("/api/characters/{id}", id), 400, "CHARACTER_VALIDATION");
        expect(patch(id, body), 400, "CHARACTER_VALIDATION");
        expect(
                post(
                        "/api/characters/from-external",
                        "{\"name\":\"" + name + "\",\"source\":\"anilist\",\"external_id\":\"1\"}"),
                400,
                "CHARACTER_VALIDATION");
        expect(
                post(
                        "/api/characters/from-external",
                        "{\"name\":\"x\",\"source\":\"anilist\",\"external_id\":\"" + name + LONG + "\"}"),
                400,
                "CHARACTER_VALIDATION");
        assertThat(get(me, id).get("version").asInt()).isEqualTo(1);
    }

    private Response post(String path, String body) {
        return as(me).body(body).post(path);
    }

    private Response patch(String id, String body) {
        return as(me).contentType(CharacterResource.MERGE_PATCH).body(body).patch("/api/characters/{id}", id);
    }

    /** @param code null for any */
    private static void expect(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<String>path("error_id")).isNotBlank();
        if (code != null) {
            assertThat(answer.<String>path("code")).isEqualTo(code);
        }
    }
}
