package io.dramatis.portrait.image;

/**
 * What a provider told of the making of one image; all of it may be null.
 *
 * @param seed gives the same image again, where the provider has seeds
 * @param revisedPrompt what the provider made of the prompt
 * @param costMicroUsd an estimate, in millionths of a US dollar
 */
public record ImageTrace(Long seed, String revisedPrompt, Long costMicroUsd) {}
