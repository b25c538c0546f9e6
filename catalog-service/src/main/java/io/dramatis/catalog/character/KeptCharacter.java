package io.dramatis.catalog.character;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A kept search result.
 *
 * @param created whether it was new to its owner
 */
@RegisterForReflection // the stored answer to an Idempotency-Key
record KeptCharacter(boolean created, CharacterResponse character) {}
