package io.dramatis.portrait.provider;

/**
 * An image and what is known of its making; everything but the content and the prompt may be null.
 *
 * @param content in a {@link io.dramatis.kit.image.PictureFormat}
 * @param seed gives the same image again, where the provider has seeds
 * @param prompt as it was sent: shortened where the provider's limit asked for that
 * @param revisedPrompt what the provider made of the prompt
 * @param model the one that drew
 * @param costMicroUsd an estimate, in millionths of a US dollar
 * @param sitter what it was drawn from, by a provider that keeps faces by knowing whose they are
 */
public record ProvidedImage(
        byte[] content,
        Long seed,
        String prompt,
        String revisedPrompt,
        String model,
        Long costMicroUsd,
        Sitter sitter) {}
