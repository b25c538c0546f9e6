package io.dramatis.events;

import java.util.UUID;

/**
 * One stored image.
 *
 * @param url path below the platform's origin, as {@code /api/media/images/{session_id}/{filename}}
 * @param path in the artifact store, in seed 002's layout
 * @param width pixels
 * @param height pixels
 */
public record GeneratedImage(UUID imageId, String url, String path, int width, int height) {}
