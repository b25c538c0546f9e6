package io.dramatis.catalog.character;

import static io.dramatis.catalog.character.Characters.as;
import static io.dramatis.catalog.character.Characters.atOnce;
import static io.dramatis.catalog.character.Characters.create;
import static io.dramatis.catalog.character.Characters.get;
import static io.dramatis.catalog.character.Characters.patch;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.catalog.CatalogServiceTest;
import io.dramatis.test.Databases;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import java.net.URL;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@CatalogServiceTest
class CharacterResourceTest {

    /** What belongs to the platform, as a client might try to set it. */
    private static final String FOREIGN_MEMBERS = """
            "id":"01890000-0000-7000-8000-000000000001","owner_id":"01890000-0000-7000-8000-000000000002",
            "version":77,"source":"anilist","external_id":"1","portrait_url":"https://evil.example/p.png",
            "portrait_path":"../../etc/passwd","portrait_prompt":"mine","has_portrait":true,
            "created_at":"2001-01-01T00:00:00Z","updated_at":"2001-01-01T00:00:00Z","unheard_of":1""";

    private final UUID owner = UUID.randomUUID();

    @TestHTTPResource(value = "openapi?format=json", management = true)
    URL document;

    @BeforeEach
    void clean() {
        Databases.clean();
    }

    @Test
    void createsWithDefaultsForWhatIsNotSaid() {
        Response created = as(owner).body("{\"name\":\"  Lirael \"}").post("/api/characters");

        String id = created.path("id");
        created.then()
                .statusCode(201)
                .header("Location", "/api/characters/" + id)
                .header("ETag", notNullValue())
                .body("owner_id", equalTo(owner.toString()))
                .body("name", equalTo("Lirael"))
                .body("source", equalTo("local"))
                .body("published", equalTo(false))
                .body("gender", equalTo("non_binary"))
                .body("build", equalTo("average"))
                .body("facial_expression", equalTo("determined"))
                .body("example_responses", empty())
                .body("has_portrait", equalTo(false))
                .body("version", equalTo(1))
                .body("created_at", matchesPattern(".*Z"))
                .body("updated_at", equalTo(created.path("created_at")));
        assertThat(UUID.fromString(id).version()).isEqualTo(7);
        as(owner)
                .get("/api/characters/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", created.header("ETag"))
                .body(equalTo(created.asString()));
    }

    @Test
    void answersEveryMemberAndNullForWhatIsAbsent() {
        JsonNode character = get(owner, create(owner, "Bare"));

        assertThat(names(character)).containsExactlyElementsOf(Characters.MEMBERS);
        assertThat(names(character).stream().filter(name -> character.get(name).isNull()))
                .containsExactly(
                        "universe",
                        "description",
                        "chat_style",
                        "genre",
                        "external_id",
                        "site_url",
                        "image_url",
                        "backstory",
                        "race",
                        "character_class",
                        "age_category",
                        "height_description",
                        "facial_features",
                        "attire",
                        "primary_weapon",
                        "distinguishing_feature",
                        "background_setting",
                        "pose",
                        "hair",
                        "eyes",
                        "skin",
                        "outfit_colors",
                        "art_style",
                        "portrait_url",
                        "portrait_path",
                        "portrait_prompt");
    }

    @Test
    void isDocumentedAsItIsAnswered() {
        assertThat(given().get(document).jsonPath().getMap("components.schemas.CharacterResponse.properties"))
                .containsOnlyKeys(Characters.MEMBERS.toArray());
    }

    @Test
    void storesTheWholeProfileWithLabelsReadAsValues() {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("universe", "The Old Kingdom");
        said.put("description", "Line one\nline two");
        said.put("chat_style", "terse");
        said.put("example_responses", List.of("Hm.", "No."));
        said.put("genre", "fantasy");
        said.put("site_url", "https://example.org/lirael");
        said.put("image_url", "https://example.org/lirael.png");
        said.put("published", true);
        said.put("backstory", "A librarian.");
        said.put("height_description", "tall");
        said.put("facial_features", "pale");
        said.put("attire", "red waistcoat");
        said.put("primary_weapon", "bells");
        said.put("distinguishing_feature", "golden hand");
        said.put("background_setting", "grand library");
        said.put("hair", "black");
        said.put("eyes", "grey");
        said.put("skin", "fair");
        said.put("outfit_colors", "red and gold");
        Map<String, Object> chosen = Map.of(
                "race", "Half-Elf",
                "gender", "FEMALE",
                "character_class", "Wizard",
                "age_category", "Middle-Aged",
                "build", "athletic",
                "facial_expression", "Serene",
                "pose", "Weapon Ready",
                "art_style", " ink ");
        Map<String, Object> request = new LinkedHashMap<>(said);
        request.put("name", "Lirael");
        request.putAll(chosen);

        JsonNode character = get(owner, create(owner, request));

        said.forEach((name, value) ->
                assertThat(character.get(name).toString()).as(name).isEqualTo(Characters.json(value)));
        assertThat(character.get("race").asText()).isEqualTo("half_elf");
        assertThat(character.get("gender").asText()).isEqualTo("female");
        assertThat(character.get("age_category").asText()).isEqualTo("middle_aged");
        assertThat(character.get("pose").asText()).isEqualTo("weapon_ready");
        assertThat(character.get("art_style").asText()).isEqualTo("ink");
    }

    @Test
    void listsEveryViolationAtOnceWithTheAllowedValues() {
        String body = """
                {"name":" ","universe":"%s","race":"Vulcan","gender":"x","pose":"sitting","genre":"noir",
                 "art_style":"crayon","image_url":"javascript:alert(1)","attire":"%s","hair":"a\\u0007b",
                 "example_responses":["ok",null,"%s"]}""".formatted("u".repeat(201), "a".repeat(501), "e".repeat(1001));

        as(owner)
                .body(body)
                .post("/api/characters")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("CHARACTER_VALIDATION"))
                .body("source", equalTo("characters.create_character"))
                .body(
                        "violations.field",
                        contains(
                                "art_style",
                                "attire",
                                "example_responses[1]",
                                "example_responses[2]",
                                "gender",
                                "genre",
                                "hair",
                                "image_url",
                                "name",
                                "pose",
                                "race",
                                "universe"))
                .body(
                        "violations.message",
                        hasItems(
                                "must be one of: male, female, non_binary",
                                "must be one of: realistic, painterly, anime, webtoon, ink, pixel",
                                "must have at most 500 characters",
                                "must not be blank",
                                "must not be null"))
                .body("violations.find { it.field == 'race' }.message", containsString("dark_elf, wood_elf, high_elf"));
        assertThat(Databases.count("characters")).isZero();
    }

    @Test
    void ignoresMembersThatAreNotTheClients() {
        String id = as(owner)
                .body("{\"name\":\"Mine\"," + FOREIGN_MEMBERS + "}")
                .post("/api/characters")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        JsonNode created = get(owner, id);

        as(owner)
                .body("{\"name\":\"Mine\"," + FOREIGN_MEMBERS + "}")
                .put("/api/characters/{id}", id)
                .then()
                .statusCode(200);
        patch(owner, id, "{" + FOREIGN_MEMBERS + "}").then().statusCode(200);

        assertThat(created.get("id").asText()).doesNotStartWith("01890000-0000");
        assertThat(created.get("owner_id").asText()).isEqualTo(owner.toString());
        assertThat(created.get("version").asInt()).isEqualTo(1);
        assertThat(created.get("source").asText()).isEqualTo("local");
        assertThat(created.get("external_id").isNull()).isTrue();
        assertThat(created.get("portrait_url").isNull()).isTrue();
        assertThat(created.get("portrait_path").isNull()).isTrue();
        assertThat(created.get("has_portrait").asBoolean()).isFalse();
        assertThat(get(owner, id)).isEqualTo(created);
    }

    @Test
    void replacesAllThatAnOwnerSays() {
        String id = create(
                owner, Map.of("name", "Old", "race", "orc", "gender", "male", "genre", "horror", "published", true));
        JsonNode before = get(owner, id);
        String etagBefore = etag(id);

        as(owner)
                .body(Map.of("name", "New", "pose", "Casting Spell"))
                .put("/api/characters/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(etagBefore)))
                .body("name", equalTo("New"))
                .body("pose", equalTo("casting_spell"))
                .body("race", nullValue())
                .body("genre", nullValue())
                .body("gender", equalTo("non_binary"))
                .body("published", equalTo(false))
                .body("version", equalTo(2))
                .body("created_at", equalTo(before.get("created_at").asText()))
                .body("updated_at", not(equalTo(before.get("updated_at").asText())));
        as(owner)
                .body("{\"race\":\"orc\"}")
                .put("/api/characters/{id}", id)
                .then()
                .statusCode(400)
                .body("source", equalTo("characters.replace_character"))
                .body("violations.field", contains("name"));
    }

    @Test
    void patchesWhatIsNamedAndNothingElse() {
        String id = create(
                owner,
                Map.of("name", "Sabriel", "race", "human", "gender", "female", "example_responses", List.of("a", "b")));

        patch(owner, id, "{\"pose\":\"Weapon Ready\",\"example_responses\":[\"c\"],\"attire\":\"a surcoat\"}")
                .then()
                .statusCode(200)
                .body("pose", equalTo("weapon_ready"))
                .body("attire", equalTo("a surcoat"))
                .body("example_responses", contains("c"))
                .body("name", equalTo("Sabriel"))
                .body("race", equalTo("human"))
                .body("gender", equalTo("female"))
                .body("version", equalTo(2));
        patch(owner, id, "{\"race\":null,\"gender\":null,\"attire\":null,\"example_responses\":null}")
                .then()
                .statusCode(200)
                .body("race", nullValue())
                .body("gender", equalTo("non_binary"))
                .body("attire", nullValue())
                .body("example_responses", empty())
                .body("pose", equalTo("weapon_ready"))
                .body("version", equalTo(3));
        as(owner)
                .body("{\"hair\":\"white\"}")
                .patch("/api/characters/{id}", id)
                .then()
                .statusCode(200)
                .body("hair", equalTo("white"))
                .body("version", equalTo(4));
    }

    @Test
    void refusesAPatchWhoseResultIsNotValid() {
        String id = create(owner, "Sabriel");
        JsonNode before = get(owner, id);

        patch(owner, id, "{\"name\":null,\"pose\":\"x\",\"build\":\"round\",\"race\":\"orc\"}")
                .then()
                .statusCode(400)
                .body("code", equalTo("CHARACTER_VALIDATION"))
                .body("source", equalTo("characters.update_character"))
                .body("violations.field", contains("build", "name", "pose"));
        patch(owner, id, "{\"example_responses\":{\"0\":\"x\"}}")
                .then()
                .statusCode(400)
                .body("code", equalTo("CHARACTER_VALIDATION"))
                .body("violations.field", contains("example_responses"));

        assertThat(get(owner, id)).isEqualTo(before);
    }

    @Test
    void changesNothingWhereThereIsNoDifference() {
        String id = create(owner, Map.of("name", "Same", "race", "orc"));
        JsonNode before = get(owner, id);

        patch(owner, id, "{}").then().statusCode(200);
        patch(owner, id, "{\"race\":\"Orc\",\"name\":\" Same\",\"pose\":null}")
                .then()
                .statusCode(200);

        assertThat(get(owner, id)).isEqualTo(before);
    }

    @Test
    void deletesForGood() {
        String id = create(owner, "Doomed");

        as(owner).delete("/api/characters/{id}", id).then().statusCode(204).body(equalTo(""));

        as(owner).get("/api/characters/{id}", id).then().statusCode(404).body("code", equalTo("CHARACTER_NOT_FOUND"));
        as(owner)
                .delete("/api/characters/{id}", id)
                .then()
                .statusCode(404)
                .body("source", equalTo("characters.delete_character"));
    }

    @Test
    void knowsWhichNamesAreTaken() {
        create(owner, "Éowyn of  Rohan");

        for (String same : List.of("Éowyn of Rohan", "  ÉOWYN OF ROHAN ", "E\u0301owyn of Rohan")) {
            as(owner)
                    .queryParam("name", same)
                    .get("/api/characters/check-name")
                    .then()
                    .statusCode(200)
                    .body("name", equalTo(same.strip()))
                    .body("available", equalTo(false))
                    .body("reason", notNullValue());
        }
        for (UUID asker : List.of(owner, UUID.randomUUID())) {
            as(asker)
                    .queryParam("name", asker.equals(owner) ? "Eowyn of Rohan" : "Éowyn of Rohan")
                    .get("/api/characters/check-name")
                    .then()
                    .statusCode(200)
                    .body("available", equalTo(true))
                    .body("reason", nullValue());
        }
    }

    @Test
    void answers304ToWhoHasIt() {
        String id = create(owner, "Cached");
        String etag = etag(id);

        as(owner)
                .header("If-None-Match", "\"other\", W/" + etag)
                .get("/api/characters/{id}", id)
                .then()
                .statusCode(304)
                .header("ETag", etag)
                .body(equalTo(""));
        patch(owner, id, "{\"hair\":\"red\"}").then().statusCode(200);
        as(owner)
                .header("If-None-Match", etag)
                .get("/api/characters/{id}", id)
                .then()
                .statusCode(200)
                .header("Vary", containsString("Authorization"));
    }

    @Test
    void overwritesNothingForAStaleTag() {
        String id = create(owner, "Raced");
        String stale = etag(id);
        patch(owner, id, "{\"hair\":\"red\"}").then().statusCode(200);
        JsonNode present = get(owner, id);

        for (String tag : List.of(stale, "\"nonsense\"")) {
            as(owner)
                    .header("If-Match", tag)
                    .body("{\"name\":\"Lost\"}")
                    .put("/api/characters/{id}", id)
                    .then()
                    .statusCode(412)
                    .body("code", equalTo("PRECONDITION_FAILED"))
                    .body("additional_data.etag", equalTo(etag(id)));
            as(owner)
                    .header("If-Match", tag)
                    .body("{\"hair\":\"lost\"}")
                    .patch("/api/characters/{id}", id)
                    .then()
                    .statusCode(412);
            as(owner)
                    .header("If-Match", tag)
                    .delete("/api/characters/{id}", id)
                    .then()
                    .statusCode(412);
        }

        assertThat(get(owner, id)).isEqualTo(present);
        as(owner)
                .header("If-Match", etag(id))
                .body("{\"hair\":\"blue\"}")
                .patch("/api/characters/{id}", id)
                .then()
                .statusCode(200)
                .body("version", equalTo(3));
    }

    @Test
    void letsOneOfManyRacersWin() throws Exception {
        String id = create(owner, "Raced");
        String tag = etag(id);

        List<Integer> answers = atOnce(10, racer -> as(owner)
                .header("If-Match", tag)
                .body("{\"hair\":\"of racer " + racer + "\"}")
                .patch("/api/characters/{id}", id)
                .statusCode());

        assertThat(answers).containsOnly(200, 412).containsOnlyOnce(200);
        assertThat(get(owner, id).get("version").asInt()).isEqualTo(2);
    }

    @Test
    void answersTheFirstResultAgainForTheSameKey() {
        Response first = createWithKey("key-1", "{\"name\":\"Once\",\"race\":\"orc\",\"pose\":\"Arms Crossed\"}");
        patch(owner, first.path("id"), "{\"hair\":\"red\"}").then().statusCode(200);

        Response again = createWithKey("key-1", "{\"name\":\"Once\",\"race\":\"orc\",\"pose\":\"Arms Crossed\"}");
        Response other = createWithKey("key-1", "{\"name\":\"Other\"}");
        Response elsewhere = as(owner)
                .header("Idempotency-Key", "key-1")
                .body(Characters.searchResult("1"))
                .post("/api/characters/from-external");

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        other.then().statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        elsewhere.then().statusCode(422);
        assertThat(Databases.count("characters")).isEqualTo(1);
        as(UUID.randomUUID())
                .header("Idempotency-Key", "key-1")
                .body("{\"name\":\"Somebody else's\"}")
                .post("/api/characters")
                .then()
                .statusCode(201);
    }

    @Test
    void createsOnceForOneKeySentManyTimesAtOnce() throws Exception {
        List<String> answers = atOnce(
                10, sender -> createWithKey("key-1", "{\"name\":\"Once\"}").asString());

        assertThat(answers).hasSize(10).containsOnly(answers.get(0));
        assertThat(Databases.count("characters")).isEqualTo(1);
    }

    @Test
    void showsPublishedCharactersToAnybody() {
        String id = Characters.publish(owner, "Famous");
        JsonNode own = get(owner, id);

        assertThat(get(UUID.randomUUID(), id)).isEqualTo(own);
        assertThat(Characters.tree(given().get("/api/characters/{id}", id))).isEqualTo(own);

        patch(owner, id, "{\"published\":false}").then().statusCode(200);
        given().get("/api/characters/{id}", id).then().statusCode(404);
    }

    private Response createWithKey(String key, String body) {
        return as(owner).header("Idempotency-Key", key).body(body).post("/api/characters");
    }

    private String etag(String id) {
        return as(owner).get("/api/characters/{id}", id).header("ETag");
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
