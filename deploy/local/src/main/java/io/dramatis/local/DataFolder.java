package io.dramatis.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** The folder that outlives a run. Held by one launcher at a time: two on the same files would destroy them. */
final class DataFolder implements AutoCloseable {

    private static final String LOCK_FILE = "lock";

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    static DataFolder lock(Path root) {
        try {
            Files.createDirectories(root);
            FileChannel channel =
                    FileChannel.open(root.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new LocalPlatformException("Another launcher is running on " + root
                        + ".\nStop it first, or give this one its own data with DRAMATIS_DATA=<folder> and its own"
                        + " ports with " + Ports.OFFSET_VARIABLE + "=<number>.");
            }
            DataFolder folder = new DataFolder(root, channel, lock);
            for (Path part : List.of(folder.logs(), folder.run(), folder.images())) {
                Files.createDirectories(part);
            }
            return folder;
        } catch (IOException e) {
            throw new LocalPlatformException(
                    "The data folder " + root + " cannot be used: " + e.getMessage()
                            + ".\nMake it writable, or choose another with DRAMATIS_DATA=<folder>.",
                    e);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // The other launcher lives in this very JVM.
            return null;
        }
    }

    /** Forgets everything but the lock itself. */
    void reset() {
        try (var parts = Files.list(root)) {
            for (Path part : parts.filter(part -> !part.endsWith(LOCK_FILE)).toList()) {
                delete(part);
            }
            for (Path part : List.of(logs(), run(), images())) {
                Files.createDirectories(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The data under " + root + " could not be removed", e);
        }
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException problem) throws IOException {
                if (problem != null) {
                    throw problem;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    Path root() {
        return root;
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path images() {
        return root.resolve("images");
    }

    Path logs() {
        return root.resolve("logs");
    }

    /** Which processes were started, for a launcher that finds itself after one that was killed. */
    Path run() {
        return root.resolve("run");
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The lock on " + root + " could not be released", e);
        }
    }
}
