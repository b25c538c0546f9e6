package io.dramatis.portrait.image;

/**
 * What is known of the making of one image; all of it may be null.
 *
 * @param seed gives the same image again, where the provider has seeds
 * @param revisedPrompt what the provider made of the prompt
 * @param costMicroUsd an estimate, in millionths of a US dollar
 * @param likeness how much the face resembles the reference's, 0 to 1
 * @param sitter what it was drawn from, as JSON, for those who draw its variants
 */
public record ImageTrace(Long seed, String revisedPrompt, Long costMicroUsd, Double likeness, String sitter) {}
