package io.dramatis.local;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A portrait that is asked for over Kafka.
 *
 * @param count how many images
 */
record Commission(UUID job, UUID character, UUID owner, int count) {

    /** Of several owners, with one to three images each, the same for the same seed but for their ids. */
    static List<Commission> several(long seed, int number) {
        Random random = new Random(seed);
        List<UUID> owners = Stream.generate(UUID::randomUUID).limit(5).toList();
        List<Commission> several = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            several.add(new Commission(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    owners.get(random.nextInt(owners.size())),
                    1 + random.nextInt(3)));
        }
        return several;
    }

    static UUID[] jobs(List<Commission> all) {
        return all.stream().map(Commission::job).toArray(UUID[]::new);
    }

    /** How many images they ask for. */
    static int images(List<Commission> all) {
        return all.stream().mapToInt(Commission::count).sum();
    }

    /** The record's value. */
    String request() {
        return """
                {"event_id": "%s", "event_type": "GenerationRequested", "version": 1, "occurred_at": "%s",
                 "trace_id": null, "payload": {"job_id": "%s", "character_id": "%s", "owner_id": "%s",
                 "character_name": "Survivor", "visual": {"race": "dwarf"}, "count": %d, "requested_at": "%s"}}""".formatted(UUID.randomUUID(), Instant.now(), job, character, owner, count, Instant.now());
    }
}
