package io.dramatis.catalog.character;

import static io.dramatis.catalog.character.Characters.as;
import static io.dramatis.catalog.character.Characters.atOnce;
import static io.dramatis.catalog.character.Characters.get;
import static io.dramatis.catalog.character.Characters.searchResult;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.dramatis.catalog.CatalogServiceTest;
import io.dramatis.test.Databases;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@CatalogServiceTest
class FromExternalTest {

    private final UUID owner = UUID.randomUUID();

    @BeforeEach
    void clean() {
        Databases.clean();
    }

    @Test
    void keepsASearchResultOnce() {
        Response kept = keep(searchResult("1"));
        Map<String, Object> renamed = searchResult("1");
        renamed.put("name", "Another name");

        Response again = keep(renamed);

        kept.then()
                .statusCode(201)
                .header("Location", "/api/characters/" + kept.path("id"))
                .body("name", equalTo("Spike Spiegel"))
                .body("universe", equalTo("Cowboy Bebop"))
                .body("description", equalTo("A bounty hunter."))
                .body("genre", equalTo("scifi"))
                .body("source", equalTo("anilist"))
                .body("external_id", equalTo("1"))
                .body("site_url", equalTo("https://anilist.co/character/1"))
                .body("image_url", equalTo("https://s4.anilist.co/1.png"))
                .body("chat_style", nullValue())
                .body("example_responses", empty())
                .body("published", equalTo(false))
                .body("gender", equalTo("non_binary"));
        again.then().statusCode(200).header("ETag", kept.header("ETag"));
        assertThat(again.asString()).isEqualTo(kept.asString());
        assertThat(get(owner, kept.path("id"))).isEqualTo(Characters.tree(again));
    }

    @Test
    void keepsThePersonaThatComesWithIt() {
        Map<String, Object> result = searchResult("1");
        result.put("chat_style", "laconic");
        result.put("example_responses", List.of("Whatever happens, happens.", "It's a \"feeling\"."));
        result.put("description", "word ".repeat(1_000));

        keep(result)
                .then()
                .statusCode(201)
                .body("chat_style", equalTo("laconic"))
                .body("example_responses", contains("Whatever happens, happens.", "It's a \"feeling\"."))
                .body("description.length()", equalTo(4_000));
    }

    @Test
    void tellsOwnersSourcesAndIdsApart() {
        Map<String, Object> ofWikipedia = searchResult("1");
        ofWikipedia.put("source", "Wikipedia");

        keep(searchResult("1")).then().statusCode(201);
        keep(searchResult("2")).then().statusCode(201);
        keep(ofWikipedia).then().statusCode(201).body("source", equalTo("wikipedia"));
        as(UUID.randomUUID())
                .body(searchResult("1"))
                .post("/api/characters/from-external")
                .then()
                .statusCode(201);

        assertThat(Databases.count("characters")).isEqualTo(4);
    }

    @Test
    void keepsOnceWhatIsKeptManyTimesAtOnce() throws Exception {
        List<Response> answers = atOnce(20, sender -> keep(searchResult("1")));

        String id = answers.get(0).path("id");
        assertThat(answers.stream().map(Response::statusCode))
                .containsOnly(200, 201)
                .containsOnlyOnce(201);
        assertThat(answers.stream().map(Response::asString))
                .containsOnly(answers.get(0).asString());
        assertThat(Databases.count("characters")).isEqualTo(1);
        // Deleted, so that the topic tells when all of its events were read.
        as(owner).delete("/api/characters/{id}", id).then().statusCode(204);
        assertThat(Characters.events(id, 2))
                .extracting(event -> event.get("event_type").asText())
                .containsExactly("CharacterCreated", "CharacterDeleted");
    }

    @Test
    void keepsAgainWhatWasDeleted() {
        String first = keep(searchResult("1")).path("id");
        as(owner).delete("/api/characters/{id}", first).then().statusCode(204);

        Response again = keep(searchResult("1"));

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.<String>path("id")).isNotEqualTo(first);
    }

    @Test
    void answersTheFirstResultAgainForTheSameKey() {
        Response first = keepWithKey(searchResult("1"));
        as(owner)
                .body("{\"hair\":\"green\"}")
                .patch("/api/characters/{id}", first.<String>path("id"))
                .then()
                .statusCode(200);

        Response again = keepWithKey(searchResult("1"));

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        keepWithKey(searchResult("2")).then().statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        assertThat(Databases.count("characters")).isEqualTo(1);
    }

    @Test
    void listsEveryViolationAtOnce() {
        as(owner)
                .body("""
                        {"name":"","source":"local","external_id":null,"genre":"noir","image_url":"ftp://x/y",
                         "site_url":"//x"}""")
                .post("/api/characters/from-external")
                .then()
                .statusCode(400)
                .body("code", equalTo("CHARACTER_VALIDATION"))
                .body("source", equalTo("characters.create_from_external"))
                .body("violations.field", contains("external_id", "genre", "image_url", "name", "site_url", "source"))
                .body(
                        "violations.message",
                        hasItem("must be one of: anilist, tmdb, openlibrary, wikipedia, wikidata, mangadex, dnd5e"));
        as(owner)
                .body("{}")
                .post("/api/characters/from-external")
                .then()
                .statusCode(400)
                .body("violations.field", contains("external_id", "name", "source"));
    }

    @Test
    void takesNothingThatIsThePlatforms() {
        Map<String, Object> result = searchResult("1");
        Map<String, Object> claimed = Map.of(
                "id",
                UUID.randomUUID().toString(),
                "owner_id",
                UUID.randomUUID().toString(),
                "version",
                9,
                "published",
                true,
                "portrait_url",
                "https://evil.example/p.png",
                "has_portrait",
                true);
        result.putAll(claimed);

        Response kept = keep(result);

        kept.then()
                .statusCode(201)
                .body("owner_id", equalTo(owner.toString()))
                .body("version", equalTo(1))
                .body("published", equalTo(false))
                .body("portrait_url", nullValue())
                .body("has_portrait", equalTo(false));
        assertThat(kept.<String>path("id")).isNotEqualTo(claimed.get("id"));
    }

    private Response keep(Map<String, Object> result) {
        return as(owner).body(result).post("/api/characters/from-external");
    }

    private Response keepWithKey(Map<String, Object> result) {
        return as(owner).header("Idempotency-Key", "key-1").body(result).post("/api/characters/from-external");
    }
}
