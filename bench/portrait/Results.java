package io.dramatis.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dramatis.events.Topics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the topic of results: which jobs have ended, and how long their events were on the way. */
final class Results implements Runnable {

    /** @param lagMillis from the transaction that wrote the event until it could be read here */
    record Ended(boolean completed, long atNanos, long lagMillis) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String bootstrap;
    private final Map<UUID, Ended> ended = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    Results(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    Map<UUID, Ended> ended() {
        return ended;
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "fetch.max.wait.ms", 5);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(IntStream.range(
                            0, consumer.partitionsFor(Topics.GENERATION_RESULTS).size())
                    .mapToObj(number -> new TopicPartition(Topics.GENERATION_RESULTS, number))
                    .toList());
            consumer.seekToBeginning(consumer.assignment());
            while (!stopped) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    take(record);
                }
            }
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            long now = System.nanoTime();
            JsonNode event = JSON.readTree(record.value());
            Instant occurred = Instant.parse(event.path("occurred_at").textValue());
            ended.putIfAbsent(
                    UUID.fromString(event.path("payload").path("job_id").textValue()),
                    new Ended(
                            event.path("event_type").asText().equals("GenerationCompleted"),
                            now,
                            Duration.between(occurred, Instant.now()).toMillis()));
        } catch (IOException | RuntimeException other) {
            // An event of another kind: changed portraits have no job.
            return;
        }
    }
}
