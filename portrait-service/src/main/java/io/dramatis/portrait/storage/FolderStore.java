package io.dramatis.portrait.storage;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.Callable;

/** The store on one machine, or on what several have mounted: a folder. */
final class FolderStore implements Backend {

    private static final String TEMPORARY = ".part";

    /** For what goes to a file or comes from it, every thread keeps native memory of the greatest length that it had. */
    private static final int CHUNK = 64 * 1024;

    private final Path root;
    private final long maxFileSize;

    FolderStore(Path folder, long maxFileSize) {
        this.root = folder.toAbsolutePath().normalize();
        this.maxFileSize = maxFileSize;
    }

    /** Asks for the permission instead of writing: a full disk must not keep a replica from serving what is there. */
    @Override
    public void start() {
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw unusable("it cannot be made: " + e, e);
        }
        if (!Files.isWritable(root)) {
            throw unusable("this process may not write there", null);
        }
    }

    private IllegalStateException unusable(String reason, IOException cause) {
        return new IllegalStateException(
                "The images' folder " + root + " (dramatis.portrait.storage.folder) cannot be used: " + reason, cause);
    }

    @Override
    public Uni<Void> write(String path, byte[] content, boolean durable) {
        Path target = root.resolve(path);
        return onWorker(() -> writeWhole(target, content, durable));
    }

    @Override
    public Uni<byte[]> read(String path) {
        Path file = root.resolve(path);
        return onWorker(() -> readBounded(file));
    }

    @Override
    public Uni<Void> delete(String path) {
        Path target = root.resolve(path);
        return onWorker(() -> {
            deleteTemporaries(target);
            Files.deleteIfExists(target);
            return null;
        });
    }

    private byte[] readBounded(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size > maxFileSize) {
                throw new FileSystemException(file.toString(), null, "larger than " + maxFileSize + " bytes");
            }
            ByteBuffer content = ByteBuffer.allocate((int) size);
            // All of what was there when the file was opened; files change by being replaced.
            boolean more = true;
            while (more && content.position() < size) {
                content.limit((int) Math.min(size, content.position() + (long) CHUNK));
                more = channel.read(content) >= 0;
            }
            if (content.position() < size) {
                throw new FileSystemException(file.toString(), null, "shorter than it was a moment ago");
            }
            return content.array();
        } catch (NoSuchFileException | FileNotFoundException | NotDirectoryException missing) {
            return null;
        } catch (FileSystemException e) {
            if ("Not a directory".equals(e.getReason())) {
                return null;
            }
            throw e;
        }
    }

    /**
     * A temporary name of this write's own, then a rename: beside another writer of the same path, the name has all of one
     * content or nothing. With both synced, after a crash, too.
     */
    private static Void writeWhole(Path target, byte[] content, boolean durable) throws IOException {
        Files.createDirectories(target.getParent());
        Path temporary = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + TEMPORARY);
        try {
            try (FileChannel channel =
                    FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(content);
                while (buffer.position() < content.length) {
                    buffer.limit(Math.min(content.length, buffer.position() + CHUNK));
                    channel.write(buffer);
                }
                if (durable) {
                    channel.force(true);
                }
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException e) {
            deleteAfter(e, temporary);
            throw e;
        }
        if (durable) {
            syncFolder(target.getParent());
        }
        return null;
    }

    private static void deleteAfter(Exception failure, Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // The sweeper tries again: the path is noted.
            failure.addSuppressed(e);
        }
    }

    private static void syncFolder(Path folder) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(folder, StandardOpenOption.READ);
        } catch (FileSystemException e) {
            // Not every file system lets a folder be opened. The rename is atomic all the same, only not yet on disk.
            return;
        }
        try (channel) {
            channel.force(true);
        }
    }

    private static void deleteTemporaries(Path target) throws IOException {
        String prefix = target.getFileName() + ".";
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(target.getParent(), file -> {
            String name = file.getFileName().toString();
            return name.startsWith(prefix) && name.endsWith(TEMPORARY);
        })) {
            for (Path leftover : leftovers) {
                Files.deleteIfExists(leftover);
            }
        } catch (NoSuchFileException | NotDirectoryException nothingThere) {
            return;
        }
    }

    private static <T> Uni<T> onWorker(Callable<T> work) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(Unchecked.function(ignored -> work.call()));
    }
}
