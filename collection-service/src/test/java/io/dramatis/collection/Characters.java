package io.dramatis.collection;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A character of the catalogue, in the shapes in which this service meets it. */
public record Characters(
        UUID id, UUID ownerId, String name, String universe, String genre, boolean published, long version) {

    public static Characters published(String name) {
        return new Characters(UUID.randomUUID(), UUID.randomUUID(), name, "Middle-earth", "fantasy", true, 1);
    }

    public static Characters of(UUID ownerId, String name) {
        return new Characters(UUID.randomUUID(), ownerId, name, null, null, false, 1);
    }

    /** The next version under another name. */
    public Characters renamed(String newName) {
        return new Characters(id, ownerId, newName, universe, genre, published, version + 1);
    }

    /** The next version, public or not. */
    public Characters published(boolean nowPublished) {
        return new Characters(id, ownerId, name, universe, genre, nowPublished, version + 1);
    }

    public Characters withGenre(String newGenre) {
        return new Characters(id, ownerId, name, universe, newGenre, published, version);
    }

    /** As the API answers it. */
    public String json() {
        return """
                {"id":"%s","owner_id":"%s","name":"%s","universe":%s,"description":"of the stub","chat_style":null,
                 "example_responses":["Hm."],"genre":%s,"source":"custom","external_id":null,"site_url":null,
                 "image_url":null,"published":%s,"backstory":null,"race":"elf","gender":"non_binary",
                 "character_class":"ranger","age_category":"adult","build":"average","height_description":null,
                 "facial_expression":"determined","facial_features":null,"attire":null,"primary_weapon":null,
                 "distinguishing_feature":null,"background_setting":null,"pose":null,"hair":"silver","eyes":null,
                 "skin":null,"outfit_colors":null,"art_style":null,"portrait_url":null,"portrait_path":null,
                 "portrait_prompt":null,"has_portrait":false,"version":%d,
                 "created_at":"2026-01-02T03:04:05Z","updated_at":"2026-01-02T03:04:05Z"}""".formatted(id, ownerId, name, quote(universe), quote(genre), published, version);
    }

    public byte[] created() {
        return event("CharacterCreated", "{\"character\":" + json() + "}");
    }

    public byte[] updated() {
        return event("CharacterUpdated", "{\"character\":" + json() + "}");
    }

    public byte[] deleted() {
        return event(
                "CharacterDeleted",
                "{\"character_id\":\"%s\",\"owner_id\":\"%s\",\"version\":%d}".formatted(id, ownerId, version + 1));
    }

    private static byte[] event(String type, String payload) {
        return """
                {"event_id":"%s","event_type":"%s","version":1,"occurred_at":"2026-01-02T03:04:05Z","trace_id":null,
                 "payload":%s}""".formatted(UUID.randomUUID(), type, payload).getBytes(StandardCharsets.UTF_8);
    }

    private static String quote(String text) {
        return text == null ? "null" : '"' + text + '"';
    }
}
