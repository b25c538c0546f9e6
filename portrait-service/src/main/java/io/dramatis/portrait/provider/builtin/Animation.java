package io.dramatis.portrait.provider.builtin;

/** A picture that moves. */
public record Animation(byte[] content, String mediaType) {}
