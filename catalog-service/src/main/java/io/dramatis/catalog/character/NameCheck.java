package io.dramatis.catalog.character;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether an owner has no character of a name yet.
 *
 * @param name as asked, trimmed
 * @param reason why it is not available, for people; null when it is
 */
@Schema(requiredProperties = {"name", "available"})
record NameCheck(String name, boolean available, String reason) {}
