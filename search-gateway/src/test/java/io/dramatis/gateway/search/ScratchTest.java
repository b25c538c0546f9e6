package io.dramatis.gateway.search;

import static io.restassured.RestAssured.given;

import io.dramatis.gateway.GatewayEnvironment;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.*;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class ScratchTest {
    @Test
    void print() throws Exception {
        StringBuilder out = new StringBuilder();
        for (String q : List.of(
                "naruto",
                "sherlock holmes",
                "शाहरुख",
                "owlbear",
                "Лев Толстой",
                "berserk",
                "naurto",
                "ナルト",
                "guts berserk",
                "sherlok holms",
                "owlbaer",
                "shahrukh khan",
                "tolstoy",
                "elf",
                "L",
                "ab",
                "🦉",
                "x".repeat(200))) {
            var json = given().queryParam("q", q)
                    .queryParam("limit", 12)
                    .get("/api/characters/search")
                    .jsonPath();
            out.append("== ").append(q).append('\n');
            for (Map<String, Object> r : json.<Map<String, Object>>getList("sources"))
                out.append("   ")
                        .append(r.get("source"))
                        .append(' ')
                        .append(r.get("status"))
                        .append(' ')
                        .append(r.get("count"))
                        .append(' ')
                        .append(r.get("took_ms"))
                        .append('\n');
            List<Map<String, Object>> items = json.getList("items");
            if (items == null) {
                out.append(json.prettify()).append('\n');
                continue;
            }
            for (Map<String, Object> i : items) {
                out.append(String.format(
                        "%.3f %s [%s/%s] %s · %s  %s%n",
                        ((Number) i.get("score")).doubleValue(),
                        i.get("name"),
                        i.get("source"),
                        i.get("kind"),
                        i.get("universe_title"),
                        i.get("genre"),
                        i.get("also_in")));
            }
        }
        java.nio.file.Files.writeString(java.nio.file.Path.of("/tmp/search-real.txt"), out);
        java.nio.file.Files.writeString(
                java.nio.file.Path.of("/tmp/openapi.json"),
                given().get("/api/openapi.json").asString());
    }
}
