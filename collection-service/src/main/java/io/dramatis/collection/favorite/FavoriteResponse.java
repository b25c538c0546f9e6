package io.dramatis.collection.favorite;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dramatis.events.CharacterSnapshot;
import java.time.Instant;

/**
 * A whole character as the catalogue answers it, with one member more.
 *
 * @param character as of the newest news of it
 * @param favoritedAt UTC
 */
public record FavoriteResponse(@JsonUnwrapped CharacterSnapshot character, Instant favoritedAt) {}
