package io.dramatis.portrait.image;

import java.util.UUID;

/**
 * An image whose file is in the store and whose row is about to be.
 *
 * @param width pixels
 * @param height pixels
 * @param filename content hash and ending
 * @param thumbnailType ending of the thumbnails' names
 */
public record NewImage(
        UUID id, String filename, String path, int width, int height, long byteSize, String thumbnailType) {}
