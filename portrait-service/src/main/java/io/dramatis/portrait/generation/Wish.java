package io.dramatis.portrait.generation;

import java.util.UUID;

/**
 * What a client wants drawn, by whichever of the ways to ask; what is null is left to the service.
 *
 * @param additions the client's own words
 * @param referenceId of a variant: whose face is to be kept
 */
record Wish(
        Operation operation,
        String additions,
        String style,
        Integer count,
        String provider,
        String model,
        UUID referenceId,
        Double identityStrength,
        UUID storyId) {}
