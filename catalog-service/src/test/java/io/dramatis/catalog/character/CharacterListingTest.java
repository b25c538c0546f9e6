package io.dramatis.catalog.character;

import static io.dramatis.catalog.character.Characters.as;
import static io.dramatis.catalog.character.Characters.create;
import static io.dramatis.catalog.character.Characters.patch;
import static io.dramatis.catalog.character.Characters.publish;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.catalog.CatalogServiceTest;
import io.dramatis.kit.paging.Cursor;
import io.dramatis.test.Databases;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@CatalogServiceTest
class CharacterListingTest {

    private final UUID me = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @BeforeEach
    void clean() {
        Databases.clean();
    }

    @Test
    void showsPublishedOnesToAllAndOnesOwnToOneself() {
        create(me, "my secret");
        publish(me, "my famous");
        create(other, "their secret");
        publish(other, "their famous");

        assertThat(names(given(), "")).containsExactlyInAnyOrder("my famous", "their famous");
        assertThat(names(as(me), "")).containsExactlyInAnyOrder("my secret", "my famous", "their famous");
        assertThat(names(as(me), "mine=true")).containsExactlyInAnyOrder("my secret", "my famous");
        assertThat(names(as(UUID.randomUUID()), "mine=true")).isEmpty();
        given().get("/api/characters?mine=true").then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
    }

    @Test
    void filters() {
        create(me, Map.of("name", "Ōgi", "universe", "Code 100%", "genre", "scifi", "published", true));
        create(me, Map.of("name", "Ogre", "universe", "Shrek", "genre", "comedy"));
        as(me).body(Characters.searchResult("1"))
                .post("/api/characters/from-external")
                .then()
                .statusCode(201);

        assertThat(names(as(me), "genre=scifi")).containsExactlyInAnyOrder("Ōgi", "Spike Spiegel");
        assertThat(names(as(me), "genre=Slice of Life")).isEmpty();
        assertThat(names(as(me), "source=AniList")).containsExactly("Spike Spiegel");
        assertThat(names(as(me), "source=local&genre=comedy")).containsExactly("Ogre");
        assertThat(names(as(me), "q=SPIEGEL")).containsExactly("Spike Spiegel");
        assertThat(names(as(me), "q=  bebop ")).containsExactly("Spike Spiegel");
        assertThat(names(as(me), "q=ŌG")).containsExactly("Ōgi");
        assertThat(names(as(me), "q=0%")).containsExactly("Ōgi");
        assertThat(names(as(me), "q=_")).isEmpty();
        assertThat(names(as(me), "q=")).hasSize(3);
        assertThat(names(given(), "q=og")).isEmpty();
        assertThat(names(given(), "q=code&genre=scifi&source=local")).containsExactly("Ōgi");
    }

    @Test
    void sorts() {
        String first = create(me, "banana");
        create(me, "Apple");
        create(me, "cherry");
        patch(me, first, "{\"hair\":\"green\"}").then().statusCode(200);

        assertThat(names(as(me), "sort=name")).containsExactly("Apple", "banana", "cherry");
        assertThat(names(as(me), "sort=created_at")).containsExactly("cherry", "Apple", "banana");
        assertThat(names(as(me), "sort=updated_at")).containsExactly("banana", "cherry", "Apple");
        assertThat(names(as(me), "")).containsExactly("banana", "cherry", "Apple");
    }

    @Test
    void showsWhatACardNeeds() {
        JsonNode whole = Characters.get(
                me, create(me, Map.of("name", "Card", "race", "orc", "published", true, "description", "Green.")));

        JsonNode item =
                Characters.tree(as(me).get("/api/characters")).get("items").get(0);

        Set<String> shown = new HashSet<>();
        item.fieldNames().forEachRemaining(shown::add);
        assertThat(shown)
                .containsExactlyInAnyOrder(
                        "id",
                        "owner_id",
                        "name",
                        "universe",
                        "description",
                        "genre",
                        "source",
                        "external_id",
                        "site_url",
                        "image_url",
                        "published",
                        "race",
                        "gender",
                        "character_class",
                        "age_category",
                        "portrait_url",
                        "has_portrait",
                        "version",
                        "created_at",
                        "updated_at");
        assertThat(shown).allSatisfy(name -> assertThat(item.get(name)).isEqualTo(whole.get(name)));
    }

    @Test
    void neverListsWhatWasGenerated() {
        String id = publish(me, "generated");
        publish(me, "made");
        Databases.execute("update characters set source = 'generated' where id = '" + id + "'");

        for (String query : List.of("", "sort=name", "sort=created_at", "q=generated", "source=generated")) {
            assertThat(names(given(), query)).as(query).doesNotContain("generated");
            assertThat(names(as(me), query)).as(query).doesNotContain("generated");
            assertThat(names(as(me), "mine=true&" + query)).as(query).doesNotContain("generated");
        }
    }

    /** Rows come in before and behind the cursor, and many share their sort key. */
    @ParameterizedTest
    @EnumSource(CharacterSort.class)
    void pagesThroughEverythingOnceWhileRowsAreInserted(CharacterSort sort) {
        Set<String> before = new HashSet<>();
        for (int i = 0; i < 12; i++) {
            before.add(create(me, "same " + i % 3));
            before.add(publish(other, "Same " + i % 3));
        }
        Databases.execute("update characters set updated_at = timestamptz '2026-01-01 00:00:00.123456+00'"
                + " + make_interval(secs => right(name, 1)::int), created_at = updated_at");

        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Response page = page(as(me), sort, cursor);
            seen.addAll(page.path("items.id"));
            cursor = page.path("next_cursor");
            publish(other, "a front " + seen.size());
            create(me, "z back " + seen.size());
        } while (cursor != null);

        assertThat(seen).doesNotHaveDuplicates().containsAll(before);
        assertThat(order(sort)).containsSubsequence(seen);
    }

    @Test
    void endsWithTheLastPage() {
        create(me, "one");
        create(me, "two");

        as(me).get("/api/characters?limit=2&sort=name")
                .then()
                .body("items.name", contains("one", "two"))
                .body("next_cursor", equalTo(null));
        as(me).get("/api/characters?limit=100").then().statusCode(200).body("items.size()", equalTo(2));
        assertThat(JsonPath.from(given().get("/api/characters").asString()).getMap("$"))
                .containsOnlyKeys("items", "next_cursor");
    }

    @Test
    void answers304WhileNothingOnThePageChanges() {
        String id = publish(me, "Cached");
        String etag = given().get("/api/characters").header("ETag");

        given().header("If-None-Match", etag)
                .get("/api/characters")
                .then()
                .statusCode(304)
                .body(equalTo(""));
        patch(me, id, "{\"hair\":\"red\"}").then().statusCode(200);
        given().header("If-None-Match", etag).get("/api/characters").then().statusCode(200);
    }

    @Test
    void refusesTheCursorOfAnotherOrder() {
        create(me, "one");
        create(me, "two");
        String cursor = as(me).get("/api/characters?limit=1&sort=name").path("next_cursor");

        as(me).queryParam("cursor", cursor)
                .get("/api/characters?sort=created_at")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_CURSOR"))
                .body("source", equalTo("characters.list_characters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "AAAA", "bmFtZQ", "%00", "\u0000", "dXBkYXRlZF9hdA=="})
    void refusesBrokenCursors(String cursor) {
        given().queryParam("cursor", cursor)
                .get("/api/characters")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_CURSOR"));
    }

    @Test
    void refusesCursorsThatPointNowhere() {
        List<Cursor> forged = List.of(
                Cursor.of("updated_at", "+1000000000-12-31T23:59:59.999999999Z", UUID.randomUUID()),
                Cursor.of("updated_at", "-1000000000-01-01T00:00:00Z", UUID.randomUUID()),
                Cursor.of("updated_at", "yesterday", UUID.randomUUID()),
                Cursor.of("updated_at", "2026-01-01T00:00:00Z", "not an id"),
                Cursor.of("updated_at", "2026-01-01T00:00:00Z"));

        assertThat(forged).allSatisfy(cursor -> given().queryParam("cursor", cursor.encode())
                .get("/api/characters")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_CURSOR")));
    }

    private Response page(RequestSpecification viewer, CharacterSort sort, String cursor) {
        if (cursor != null) {
            viewer.queryParam("cursor", cursor);
        }
        Response page =
                viewer.queryParam("limit", 5).queryParam("sort", sort.wire()).get("/api/characters");
        page.then().statusCode(200);
        return page;
    }

    /** The ids of all that I may see, as the database orders them. */
    private static List<String> order(CharacterSort sort) {
        String direction = sort.descending() ? " desc" : "";
        return Databases.query("select id from characters order by " + sort.column() + direction + ", id" + direction)
                .stream()
                .map(row -> row.get("id").toString())
                .toList();
    }

    private static List<String> names(RequestSpecification viewer, String query) {
        for (String parameter : query.split("&")) {
            if (!parameter.isEmpty()) {
                String[] parts = parameter.split("=", 2);
                viewer.queryParam(parts[0], parts[1]);
            }
        }
        return viewer.get("/api/characters").then().statusCode(200).extract().path("items.name");
    }
}
