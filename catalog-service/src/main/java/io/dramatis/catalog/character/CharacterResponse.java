package io.dramatis.catalog.character;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dramatis.events.CharacterSnapshot;
import io.dramatis.events.VisualProfile;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A whole character, flat on the wire.
 *
 * @param imageUrl the source's picture; the platform's own is {@code portraitUrl}
 * @param visual its fields stand beside the others on the wire
 * @param version grows by one with every change
 */
@RegisterForReflection // also written and read by hand, as the stored answer to an Idempotency-Key
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
            "updated_at"
        })
record CharacterResponse(
        UUID id,
        UUID ownerId,
        String name,
        String universe,
        String description,
        String chatStyle,
        List<String> exampleResponses,
        String genre,
        String source,
        String externalId,
        String siteUrl,
        String imageUrl,
        boolean published,
        String backstory,
        @JsonUnwrapped VisualProfile visual,
        String portraitUrl,
        String portraitPath,
        String portraitPrompt,
        boolean hasPortrait,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /** The same for those who listen. */
    CharacterSnapshot toSnapshot() {
        return new CharacterSnapshot(
                id,
                ownerId,
                name,
                universe,
                description,
                chatStyle,
                exampleResponses,
                genre,
                source,
                externalId,
                siteUrl,
                imageUrl,
                published,
                backstory,
                visual,
                portraitUrl,
                portraitPath,
                portraitPrompt,
                hasPortrait,
                version,
                createdAt,
                updatedAt);
    }
}
