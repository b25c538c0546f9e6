package io.dramatis.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What the JDK leaves to be said about processes of this machine. */
final class Processes {

    private static final Path PROC = Path.of("/proc");
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final int PAGE_BYTES = 4096;

    private Processes() {}

    /** Whether it still runs; one that only waits for its parent to read its exit code has ended. */
    static boolean isAlive(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(PROC.resolve(pid + "/stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            // Not Linux, or gone between the two questions; the JDK's answer stands.
            return false;
        }
    }

    /** Resident bytes, or 0 where the system does not tell. */
    static long residentBytes(long pid) {
        try {
            String status = Files.readString(PROC.resolve(pid + "/statm"));
            return Long.parseLong(status.split(" ")[1]) * PAGE_BYTES;
        } catch (IOException e) {
            return 0;
        }
    }

    /**
     * What a process and its descendants occupy together: memory that several of them map, as PostgreSQL's do with its
     * buffers, is counted once.
     */
    static long treeBytes(long pid) {
        List<Long> descendants = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid)
                .toList();
        if (descendants.isEmpty()) {
            return residentBytes(pid);
        }
        return Stream.concat(Stream.of(pid), descendants.stream())
                .mapToLong(Processes::proportionalBytes)
                .sum();
    }

    private static long proportionalBytes(long pid) {
        try (var lines = Files.lines(PROC.resolve(pid + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) * 1024)
                    .findFirst()
                    .orElseGet(() -> residentBytes(pid));
        } catch (IOException | UncheckedIOException e) {
            return residentBytes(pid);
        }
    }

    /**
     * A terminal's Ctrl-C reaches every process of its session at once. The children get sessions of their own, so that
     * the launcher alone hears it and can stop them in order.
     */
    static List<String> ownSession(List<String> command) {
        if (!Files.isExecutable(SETSID)) {
            return command;
        }
        List<String> detached = new ArrayList<>();
        detached.add(SETSID.toString());
        detached.addAll(command);
        return List.copyOf(detached);
    }

    /** Waits for its end. Returns whether it has ended. */
    static boolean awaitEnd(ProcessHandle process, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (isAlive(process)) {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return true;
    }

    /** Asks it to end, and ends it when it has not done so in time. Returns whether it ended by itself. */
    static boolean end(ProcessHandle process, Duration grace) throws InterruptedException {
        process.destroy();
        if (awaitEnd(process, grace)) {
            return true;
        }
        process.destroyForcibly();
        awaitEnd(process, Duration.ofSeconds(2));
        return false;
    }
}
