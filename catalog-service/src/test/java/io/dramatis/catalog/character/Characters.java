package io.dramatis.catalog.character;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dramatis.events.Topics;
import io.dramatis.test.Broker;
import io.dramatis.test.TestTokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Characters as clients and other services see them: through the API and on the topic. */
final class Characters {

    /** Every member of a character as the API answers it, in its order. */
    static final List<String> MEMBERS = List.of(
            "id",
            "owner_id",
            "name",
            "universe",
            "description",
            "chat_style",
            "example_responses",
            "genre",
            "source",
            "external_id",
            "site_url",
            "image_url",
            "published",
            "backstory",
            "race",
            "gender",
            "character_class",
            "age_category",
            "build",
            "height_description",
            "facial_expression",
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
            "portrait_prompt",
            "has_portrait",
            "version",
            "created_at",
            "updated_at");

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final ObjectMapper JSON = new ObjectMapper();

    private Characters() {}

    static RequestSpecification as(UUID account) {
        return given().auth().oauth2(TestTokens.user(account)).contentType("application/json");
    }

    static String create(UUID owner, Map<String, ?> character) {
        return as(owner)
                .body(character)
                .post("/api/characters")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static String create(UUID owner, String name) {
        return create(owner, Map.of("name", name));
    }

    static String publish(UUID owner, String name) {
        return create(owner, Map.of("name", name, "published", true));
    }

    static JsonNode get(UUID viewer, String id) {
        return tree(as(viewer).get("/api/characters/{id}", id));
    }

    static Response patch(UUID owner, String id, String patch) {
        return as(owner).contentType(CharacterResource.MERGE_PATCH).body(patch).patch("/api/characters/{id}", id);
    }

    /** A search result as the gateway answers it; with members that are not kept. */
    static Map<String, Object> searchResult(String externalId) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("name", "Spike Spiegel");
        result.put("universe", "Cowboy Bebop");
        result.put("description", "A bounty hunter.");
        result.put("genre", "scifi");
        result.put("source", "anilist");
        result.put("external_id", externalId);
        result.put("site_url", "https://anilist.co/character/1");
        result.put("image_url", "https://s4.anilist.co/1.png");
        result.put("aliases", List.of("Swimming Bird"));
        result.put("score", 0.93);
        return result;
    }

    /** The answer without what differs between any two errors. */
    static JsonNode withoutAccidents(Response problem, String id) {
        ObjectNode body = (ObjectNode) tree(problem.asString().replace(id, "<id>"));
        return body.remove(List.of("error_id", "timestamp"));
    }

    /** The values of the character's first events on the topic, in their order. */
    static List<JsonNode> events(String id, int number) {
        return Broker.read(Topics.CHARACTERS, number, PATIENCE, record -> id.equals(record.key())).stream()
                .map(record -> tree(record.value()))
                .toList();
    }

    /** The answers to calls that are all sent before any is waited for. */
    static <T> List<T> atOnce(int number, IntFunction<T> call) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(number);
        try {
            List<Future<T>> answers = IntStream.range(0, number)
                    .mapToObj(sender -> senders.submit(() -> call.apply(sender)))
                    .toList();
            List<T> all = new ArrayList<>();
            for (Future<T> answer : answers) {
                all.add(answer.get());
            }
            return all;
        } finally {
            senders.shutdownNow();
        }
    }

    static String json(Object value) {
        return JSON.valueToTree(value).toString();
    }

    static JsonNode tree(Response response) {
        return tree(response.then().statusCode(200).extract().asString());
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
