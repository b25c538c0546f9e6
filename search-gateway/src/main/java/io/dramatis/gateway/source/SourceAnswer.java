package io.dramatis.gateway.source;

import java.util.List;

/** A source's part of a search; never a failure, as the report says what went wrong. */
public record SourceAnswer<T>(List<T> items, SourceReport report) {}
