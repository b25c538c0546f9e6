package io.dramatis.portrait.storage;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;

/**
 * Where images lie. Paths are relative, in seed 002's layout ({@code media/images/{session_id}/portraits/{file}}), and
 * come from this service alone, never from a request.
 */
public interface ArtifactStore {

    /**
     * Writes the whole file or nothing: whoever reads the path sees the old content or the new one. Fails while the
     * store is full or away.
     */
    Uni<Void> write(String path, byte[] content);

    /** The content; null where there is no such file. */
    Uni<Buffer> read(String path);

    /** Removes the file and what an interrupted write of it left; fine where there is none. */
    Uni<Void> delete(String path);
}
