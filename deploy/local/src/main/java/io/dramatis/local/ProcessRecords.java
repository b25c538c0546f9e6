package io.dramatis.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which processes a launcher started, kept in files, so that the next launcher can end what a killed one left. */
final class ProcessRecords {

    private static final String SUFFIX = ".pid";
    // The system counts start times from its own start, whose wall-clock time is corrected now and then.
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(3);

    private final Path folder;

    ProcessRecords(Path folder) {
        this.folder = folder;
    }

    void add(String name, ProcessHandle process) {
        String started = process.info().startInstant().map(Instant::toString).orElse("");
        try {
            Files.writeString(folder.resolve(name + SUFFIX), process.pid() + " " + started + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The process of " + name + " could not be recorded", e);
        }
    }

    void remove(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name + SUFFIX));
        } catch (IOException e) {
            throw new UncheckedIOException("The record of " + name + " could not be removed", e);
        }
    }

    /** Ends the recorded processes that still run, and returns their names. Another process with a reused id is spared. */
    List<String> endLeftovers(Duration grace) throws InterruptedException {
        List<String> ended = new ArrayList<>();
        for (Path file : files()) {
            String name = file.getFileName().toString().replace(SUFFIX, "");
            Optional<ProcessHandle> leftover = leftover(file);
            if (leftover.isPresent()) {
                Processes.end(leftover.get(), grace);
                ended.add(name);
            }
            remove(name);
        }
        return ended;
    }

    private List<Path> files() {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The records in " + folder + " could not be read", e);
        }
    }

    private static Optional<ProcessHandle> leftover(Path file) {
        try {
            String[] parts = Files.readString(file).strip().split(" ");
            if (parts.length != 2) {
                // Cut short by the kill; without the start time nobody can tell whose id it is today.
                return Optional.empty();
            }
            Instant recorded = Instant.parse(parts[1]);
            return ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(Processes::isAlive)
                    .filter(process -> process.info()
                            .startInstant()
                            .filter(started ->
                                    Duration.between(started, recorded).abs().compareTo(CLOCK_TOLERANCE) <= 0)
                            .isPresent());
        } catch (IOException | NumberFormatException | java.time.format.DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
