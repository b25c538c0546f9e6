package io.dramatis.portrait.storage;

import io.smallrye.mutiny.Uni;

/**
 * A place for files. Paths have been checked. Fails with whatever the place fails with; {@link ArtifactStore} says it in the
 * catalogue's terms. May emit on any thread.
 */
interface Backend extends AutoCloseable {

    /** Says at the service's start what an operator has to mend; fails where nothing could ever work. */
    void start();

    /**
     * Writes the whole file or nothing: whoever reads the path sees the old content or the new one.
     *
     * @param durable whether it must outlast a crash of the machine from the moment this emits
     */
    Uni<Void> write(String path, byte[] content, boolean durable);

    /** The content; null where there is no such file. */
    Uni<byte[]> read(String path);

    /** Removes the file and what an interrupted write of it left; fine where there is none. */
    Uni<Void> delete(String path);

    @Override
    default void close() {}
}
