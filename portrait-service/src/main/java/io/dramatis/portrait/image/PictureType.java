package io.dramatis.portrait.image;

/** What images are kept as. */
enum PictureType {
    PNG("png", "image/png"),
    JPEG("jpg", "image/jpeg"),
    /** PNG that moves; never the kind of an image itself. */
    APNG("apng", "image/apng");

    private final String ending;
    private final String mediaType;

    PictureType(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    static PictureType ofEnding(String ending) {
        return ending.equals(JPEG.ending) ? JPEG : PNG;
    }

    /** By the ending of its name. */
    static PictureType ofFile(String name) {
        return ofEnding(name.substring(name.lastIndexOf('.') + 1));
    }

    /** Of a file's name, without the dot. */
    String ending() {
        return ending;
    }

    String mediaType() {
        return mediaType;
    }
}
