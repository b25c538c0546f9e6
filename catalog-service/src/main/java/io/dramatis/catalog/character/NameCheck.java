package io.dramatis.catalog.character;

/**
 * Whether an owner has no character of a name yet.
 *
 * @param name as asked, trimmed
 * @param reason why it is not available, for people; null when it is
 */
record NameCheck(String name, boolean available, String reason) {}
