package io.dramatis.collection.favorite;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dramatis.events.CharacterSnapshot;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A whole character as the catalogue answers it, with one member more.
 *
 * @param character as of the newest news of it
 * @param favoritedAt UTC
 */
@Schema(
        requiredProperties = {
            "id",
            "owner_id",
            "name",
            "example_responses",
            "source",
            "published",
            "gender",
            "build",
            "facial_expression",
            "has_portrait",
            "version",
            "created_at",
            "updated_at",
            "favorited_at"
        })
public record FavoriteResponse(@JsonUnwrapped CharacterSnapshot character, Instant favoritedAt) {}
