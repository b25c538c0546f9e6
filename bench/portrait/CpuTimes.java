package io.dramatis.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** CPU time of a platform's processes, by what they are. */
final class CpuTimes {

    private static final Map<String, String> PROGRAMS = Map.of(
            "portrait-service", "portrait-service",
            "catalog-service", "catalog-service",
            "broker.properties", "Kafka");

    private final Path data;

    /** @param data the platform's folder */
    CpuTimes(Path data) {
        this.data = data;
    }

    /** What all of them have used so far, in milliseconds. */
    Map<String, Long> now() {
        Map<String, Long> all = new TreeMap<>();
        ProcessHandle.allProcesses().forEach(process -> kind(process)
                .ifPresent(kind -> all.merge(
                        kind,
                        process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis(),
                        Long::sum)));
        return all;
    }

    /** Empty where it is not the platform's. */
    private Optional<String> kind(ProcessHandle process) {
        if (process.equals(ProcessHandle.current())) {
            return Optional.of("this program and the artist");
        }
        String line = commandLine(process);
        Optional<ProcessHandle> parent = process.parent();
        if (line.contains("bin/postgres") || line.startsWith("postgres:")) {
            // A connection's process has a title instead of arguments.
            String lines = line + parent.map(CpuTimes::commandLine).orElse("");
            return lines.contains(data.toString()) ? Optional.of("PostgreSQL") : Optional.empty();
        }
        if (!parent.equals(Optional.of(ProcessHandle.current()))) {
            return Optional.empty();
        }
        return PROGRAMS.keySet().stream()
                .filter(line::contains)
                .findFirst()
                .map(PROGRAMS::get)
                .or(() -> Optional.of("the rest"));
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(
                    Path.of("/proc", Long.toString(process.pid()), "cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
