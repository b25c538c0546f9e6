package io.dramatis.events;

import java.util.List;

/** The topics of the platform. Operators create them (see {@code docs/operations.md}); services never do. */
public final class Topics {

    /** Compacted; keyed by character id. */
    public static final String CHARACTERS = "catalog.character.v1";

    /** Keyed by character id; any producer may publish to it. */
    public static final String GENERATION_REQUESTS = "portrait.generation-requests.v1";

    /** Keyed by job id; may be lost. */
    public static final String GENERATION_PROGRESS = "portrait.generation-progress.v1";

    /** Keyed by character id. */
    public static final String GENERATION_RESULTS = "portrait.generation-results.v1";

    /** Keyed by account id. */
    public static final String ACCOUNTS = "collection.account.v1";

    /** Requests that no worker could read or finish. */
    public static final String GENERATION_REQUESTS_DLQ = "portrait.generation-requests.dlq";

    /** Character events that a reader could not take. */
    public static final String CHARACTERS_DLQ = "catalog.character.dlq";

    /** Generation results that a reader could not take. */
    public static final String GENERATION_RESULTS_DLQ = "portrait.generation-results.dlq";

    /** Account events that a reader could not take. */
    public static final String ACCOUNTS_DLQ = "collection.account.dlq";

    /** The largest record that a topic takes ({@code max.message.bytes}). */
    public static final int MAX_BYTES = 4 * 1024 * 1024;

    /** The same for dead-letter topics, which must take all of these with headers that say why. */
    public static final int MAX_DEAD_BYTES = 5 * 1024 * 1024;

    public static final List<String> ALL = List.of(
            CHARACTERS,
            GENERATION_REQUESTS,
            GENERATION_PROGRESS,
            GENERATION_RESULTS,
            ACCOUNTS,
            GENERATION_REQUESTS_DLQ,
            CHARACTERS_DLQ,
            GENERATION_RESULTS_DLQ,
            ACCOUNTS_DLQ);

    private Topics() {}
}
