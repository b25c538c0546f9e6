package io.dramatis.portrait.storage;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The store on one machine: a folder. */
@ApplicationScoped
class FolderStore implements ArtifactStore {

    private static final String TEMPORARY = ".part";

    private final Path root;
    private final Vertx vertx;

    FolderStore(StorageConfig config, Vertx vertx) {
        this.root = config.folder().toAbsolutePath().normalize();
        this.vertx = vertx;
    }

    @Override
    public Uni<Void> write(String path, byte[] content) {
        Path target = resolve(path);
        return onWorker(() -> writeDurably(target, content));
    }

    @Override
    public Uni<Buffer> read(String path) {
        return vertx.fileSystem()
                .readFile(resolve(path).toString())
                .onFailure(FolderStore::isMissing)
                .recoverWithNull();
    }

    @Override
    public Uni<Void> delete(String path) {
        Path target = resolve(path);
        return onWorker(() -> {
            Files.deleteIfExists(temporary(target));
            Files.deleteIfExists(target);
        });
    }

    /** Temporary name, sync, rename, sync of the folder: after a crash the name has all of the content or none. */
    private static void writeDurably(Path target, byte[] content) throws IOException {
        Files.createDirectories(target.getParent());
        Path temporary = temporary(target);
        try (FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private static Path temporary(Path target) {
        return target.resolveSibling(target.getFileName() + TEMPORARY);
    }

    private Path resolve(String path) {
        Path resolved = root.resolve(path).normalize();
        if (!resolved.startsWith(root)) {
            throw new IllegalArgumentException("path outside of the store");
        }
        return resolved;
    }

    private static boolean isMissing(Throwable failure) {
        return failure.getCause() instanceof NoSuchFileException
                || (failure.getCause() instanceof FileSystemException cause
                        && cause.getReason() != null
                        && cause.getReason().contains("Not a directory"));
    }

    private static Uni<Void> onWorker(FileWork work) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(() -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    @FunctionalInterface
    private interface FileWork {
        void run() throws IOException;
    }
}
