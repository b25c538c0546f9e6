package io.dramatis.catalog.profile;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.dramatis.catalog.CatalogServiceTest;
import org.junit.jupiter.api.Test;

@CatalogServiceTest
class ProfileOptionResourceTest {

    @Test
    void namesEveryFieldWithItsValuesAndDefaults() {
        given().get("/api/profile-options")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("public, max-age=3600"))
                .body("fields", hasSize(19))
                .body("fields.find { it.name == 'race' }.options", hasSize(13))
                .body("fields.find { it.name == 'race' }.options.label", hasItems("Half-Elf", "Dark Elf"))
                .body("fields.find { it.name == 'race' }.default", nullValue())
                .body("fields.find { it.name == 'gender' }.default", equalTo("non_binary"))
                .body("fields.find { it.name == 'build' }.default", equalTo("average"))
                .body("fields.find { it.name == 'facial_expression' }.default", equalTo("determined"))
                .body("fields.find { it.name == 'age_category' }.options.label", hasItem("Middle-aged (41-60)"))
                .body("fields.find { it.name == 'attire' }.max_length", equalTo(500))
                .body("fields.findAll { it.required }.name", contains("name"))
                .body("genres.value", hasItem("scifi"))
                .body("sources.value", hasItem("anilist"));
    }

    @Test
    void answers304ToWhoHasThem() {
        String etag = given().get("/api/profile-options").header("ETag");

        given().header("If-None-Match", etag)
                .get("/api/profile-options")
                .then()
                .statusCode(304)
                .body(equalTo(""));
    }
}
