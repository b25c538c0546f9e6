package io.dramatis.gateway.image;

/** @param etag strong, with its quotes */
record Thumbnail(byte[] content, String mediaType, String etag) {}
