package io.dramatis.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A character as a whole, flat on the wire exactly as the API answers it, so that a reader may keep and show it as it
 * came.
 *
 * @param version grows by one with every change; a reader ignores what is not newer than what it has
 * @param published whether people other than the owner may see it
 * @param visual its fields stand beside the others on the wire
 */
public record CharacterSnapshot(
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
        Instant updatedAt) {}
