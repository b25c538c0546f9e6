package io.dramatis.portrait.prompt;

/**
 * One thing that a prompt says.
 *
 * @param importance what goes first when a prompt is too long has the lowest; 0–100
 */
public record PromptPart(String text, int importance) {}
