package io.dramatis.gateway.source;

/**
 * What a source is asked.
 *
 * @param text trimmed, without control characters, with single spaces
 */
public record SourceQuery(String text, SearchCategory category) {}
