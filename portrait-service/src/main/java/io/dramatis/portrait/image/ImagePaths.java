package io.dramatis.portrait.image;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names of images in the store and on the web. Files are named by their content's SHA-256, so a name never stands for
 * anything else and may be cached for ever; which folder they lie in is the store's business.
 */
public final class ImagePaths {

    /** Edge lengths of the thumbnails, in pixels. */
    public static final List<Integer> THUMBNAILS = List.of(64, 256, 512);

    private static final Pattern FILENAME = Pattern.compile("[0-9a-f]{64}\\.(png|jpg)");

    private ImagePaths() {}

    public static boolean isFilename(String name) {
        return FILENAME.matcher(name).matches();
    }

    static String filename(String contentHash, PictureType type) {
        return contentHash + "." + type.ending();
    }

    /** In the store, beside the image. */
    static String thumbnailPath(String imagePath, int size, PictureType type) {
        return imagePath.substring(0, imagePath.lastIndexOf('.')) + "_" + size + "." + type.ending();
    }

    /** In the store, beside the image. */
    static String animationPath(String imagePath) {
        return imagePath.substring(0, imagePath.lastIndexOf('.')) + "_animated." + PictureType.APNG.ending();
    }

    /** All files that there may be of one image. */
    public static List<String> allPaths(String imagePath) {
        return Stream.concat(
                        Stream.of(imagePath, animationPath(imagePath)),
                        Stream.of(PictureType.PNG, PictureType.JPEG)
                                .flatMap(type -> THUMBNAILS.stream().map(size -> thumbnailPath(imagePath, size, type))))
                .toList();
    }

    /** Below the platform's origin. */
    public static String url(UUID sessionId, String filename) {
        return "/api/media/images/" + sessionId + "/" + filename;
    }

    /** By edge length. */
    static Map<String, String> thumbnailUrls(UUID sessionId, String filename) {
        Map<String, String> urls = new LinkedHashMap<>();
        THUMBNAILS.forEach(size -> urls.put(size.toString(), thumbnailUrl(sessionId, filename, size)));
        return urls;
    }

    public static String thumbnailUrl(UUID sessionId, String filename, int size) {
        return url(sessionId, filename) + "?size=" + size;
    }
}
