package io.dramatis.kit.error;

/**
 * One thing wrong with a request.
 *
 * @param field path of the field as on the wire, as {@code example_responses[2]}
 * @param message what would be right
 */
public record Violation(String field, String message) {}
