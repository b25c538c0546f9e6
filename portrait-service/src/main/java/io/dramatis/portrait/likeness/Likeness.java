package io.dramatis.portrait.likeness;

/**
 * How much the face of one picture resembles that of another.
 *
 * @param value 0 (somebody else) to 1 (the same face, drawn the same way)
 * @param kept whether that is enough to be called the same person
 */
public record Likeness(double value, boolean kept) {}
