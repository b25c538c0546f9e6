package io.dramatis.portrait.provider;

/**
 * A picture of the character whose face is to be kept.
 *
 * @param mediaType {@code image/png} or {@code image/jpeg}
 */
public record ReferenceImage(byte[] content, String mediaType) {

    /** For forms that want one; says nothing about the picture. */
    public String filename(int number) {
        return "reference-" + number + (mediaType.equals("image/jpeg") ? ".jpg" : ".png");
    }
}
