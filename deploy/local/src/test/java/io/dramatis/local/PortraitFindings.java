package io.dramatis.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/** What the topics, the tables and the folder say about commissions, without asking the service. */
final class PortraitFindings {

    /** Files are named by their content's hash; thumbnails say their size behind it. */
    private static final Pattern NAME = Pattern.compile("([0-9a-f]{64})\\b.*|([0-9a-f]{64})_.*");

    private final PortraitStage stage;

    PortraitFindings(PortraitStage stage) {
        this.stage = stage;
    }

    /** Nothing is lost or doubled: one end and one event for each, the images that were asked for, whole on the disk. */
    void assertEachIsDoneOnce(List<Commission> all) throws Exception {
        UUID[] jobs = Commission.jobs(all);
        assertThat(stage.states(all)).as("states of the jobs").isEqualTo(Map.of("completed", (long) all.size()));
        Map<UUID, Set<String>> imagesByEvent = assertOneEventEach(all);
        for (Commission one : all) {
            List<String> rows = stage.oracle()
                    .column("portrait", "SELECT id FROM image WHERE job_id = ? ORDER BY ordinal", one.job());
            assertThat(rows).as("images of %s", one).hasSize(one.count()).doesNotHaveDuplicates();
            assertThat(imagesByEvent.get(one.job()))
                    .as("images that the event of %s tells of", one)
                    .containsExactlyInAnyOrderElementsOf(rows);
        }
        List<String> paths =
                stage.oracle().column("portrait", "SELECT path FROM image WHERE job_id = ANY (?)", (Object) jobs);
        for (String path : paths) {
            assertWhole(stage.images().resolve(path));
        }
        assertThat(stage.number("SELECT count(*) FROM portrait WHERE character_id = ANY (?)", (Object)
                        all.stream().map(Commission::character).toArray(UUID[]::new)))
                .as("portraits")
                .isEqualTo(all.size());
    }

    /** The image ids of each job's only event. A record that was published twice carries the same event id. */
    private Map<UUID, Set<String>> assertOneEventEach(List<Commission> all) {
        Set<UUID> wanted = new HashSet<>(Arrays.asList(Commission.jobs(all)));
        Map<UUID, Set<String>> events = new HashMap<>();
        Map<UUID, Set<String>> images = new HashMap<>();
        for (JsonNode result : stage.oracle().results(result -> wanted.contains(jobOf(result)))) {
            assertThat(result.path("event_type").asText()).isEqualTo("GenerationCompleted");
            events.computeIfAbsent(jobOf(result), job -> new HashSet<>())
                    .add(result.path("event_id").asText());
            Set<String> ids = images.computeIfAbsent(jobOf(result), job -> new HashSet<>());
            result.path("payload")
                    .path("images")
                    .forEach(image -> ids.add(image.path("image_id").asText()));
        }
        assertThat(events.keySet()).as("jobs that ended in public").isEqualTo(wanted);
        assertThat(events)
                .allSatisfy(
                        (job, ids) -> assertThat(ids).as("event ids of %s", job).hasSize(1));
        return images;
    }

    /** Commissions whose end is in the topic, each counted once. */
    long announced(List<Commission> all) {
        Set<UUID> wanted = new HashSet<>(Arrays.asList(Commission.jobs(all)));
        return stage.oracle().results(result -> wanted.contains(jobOf(result))).stream()
                .map(PortraitFindings::jobOf)
                .distinct()
                .count();
    }

    private static UUID jobOf(JsonNode result) {
        JsonNode job = result.path("payload").path("job_id");
        return job.isTextual() ? UUID.fromString(job.textValue()) : new UUID(0, 0);
    }

    /** A file under its final name has all of its content, whoever was killed while writing. */
    static void assertWhole(Path file) throws Exception {
        byte[] content = Files.readAllBytes(file);
        assertThat(ImageIO.read(new ByteArrayInputStream(content)))
                .as("%s", file)
                .isNotNull();
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)))
                .as("hash of %s", file)
                .isEqualTo(file.getFileName().toString().substring(0, 64));
    }

    /** The images on the disk that belong to no row; one with its thumbnails and unfinished files is one. */
    Set<String> orphans() {
        Set<String> rows = new HashSet<>(stage.oracle().column("portrait", "SELECT filename FROM image").stream()
                .map(PortraitFindings::hash)
                .toList());
        return stage.files().stream()
                .map(file -> hash(file.getFileName().toString()))
                .filter(hash -> !rows.contains(hash))
                .collect(Collectors.toSet());
    }

    /** All images under their final names are whole. */
    void assertNothingTruncated() throws Exception {
        for (Path file : stage.files()) {
            if (file.getFileName().toString().matches("[0-9a-f]{64}\\.(png|jpg|webp)")) {
                try {
                    assertWhole(file);
                } catch (NoSuchFileException sweptMeanwhile) {
                    continue;
                }
            }
        }
    }

    static long bytes(List<Path> files) throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    private static String hash(String filename) {
        Matcher name = NAME.matcher(filename);
        assertThat(name.matches()).as("a file called %s", filename).isTrue();
        return filename.substring(0, 64);
    }
}
