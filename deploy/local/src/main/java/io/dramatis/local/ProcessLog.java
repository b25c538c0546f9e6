package io.dramatis.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** One process's log file. Never more than two of them, and neither much longer than {@link #LONGEST}. */
final class ProcessLog {

    static final long LONGEST = 32L * 1024 * 1024;
    private static final int EXCERPT_BYTES = 16 * 1024;

    private final Path file;

    ProcessLog(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** Puts the last run's log aside. */
    void rotate() {
        try {
            if (Files.exists(file)) {
                Files.move(file, previous(), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.createFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The log " + file + " could not be rotated", e);
        }
    }

    /** Keeps a long run's log bounded. Works under a writer, because processes append and so go on at the new end. */
    void bound(long longest) throws IOException {
        if (Files.exists(file) && Files.size(file) > longest) {
            Files.copy(file, previous(), StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(0);
            }
        }
    }

    /** The last lines, to be shown where the process failed. */
    String end(int lines) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long start = Math.max(0, channel.size() - EXCERPT_BYTES);
            byte[] bytes = new byte[(int) (channel.size() - start)];
            var buffer = java.nio.ByteBuffer.wrap(bytes);
            channel.position(start);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // Read on until the excerpt is complete.
            }
            List<String> all = new String(bytes, 0, buffer.position(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            return "(" + file + " could not be read: " + e.getMessage() + ")";
        }
    }

    private Path previous() {
        return file.resolveSibling(file.getFileName() + ".1");
    }
}
