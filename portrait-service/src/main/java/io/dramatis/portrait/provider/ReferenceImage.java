package io.dramatis.portrait.provider;

/**
 * A picture of the character whose face is to be kept.
 *
 * @param mediaType {@code image/png} or {@code image/jpeg}
 * @param sitter what it was drawn from; null where nobody here drew it, or nobody knows
 */
public record ReferenceImage(byte[] content, String mediaType, Sitter sitter) {

    /** For forms that want one; says nothing about the picture. */
    public String filename(int number) {
        return "reference-" + number + (mediaType.equals("image/jpeg") ? ".jpg" : ".png");
    }
}
