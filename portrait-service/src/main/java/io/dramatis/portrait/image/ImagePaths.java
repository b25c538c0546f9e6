package io.dramatis.portrait.image;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names of images in the store and on the web. Files are named by their content's SHA-256, so a name never stands for
 * anything else and may be cached for ever; which folder they lie in is the store's business.
 */
public final class ImagePaths {

    /** Edge lengths of the thumbnails, in pixels. */
    public static final List<Integer> THUMBNAILS = List.of(64, 256, 512);

    private static final Pattern FILENAME = Pattern.compile("[0-9a-f]{64}\\.png");

    private ImagePaths() {}

    public static boolean isFilename(String name) {
        return FILENAME.matcher(name).matches();
    }

    public static String filename(String contentHash) {
        return contentHash + ".png";
    }

    /** In the store, beside the image. */
    public static String thumbnailPath(String imagePath, int size) {
        return imagePath.replaceFirst("\\.png$", "_" + size + ".png");
    }

    /** All files of one image. */
    public static List<String> allPaths(String imagePath) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(imagePath),
                        THUMBNAILS.stream().map(size -> thumbnailPath(imagePath, size)))
                .toList();
    }

    /** Below the platform's origin. */
    public static String url(UUID characterId, String filename) {
        return "/api/media/images/" + characterId + "/" + filename;
    }

    /** By edge length. */
    static Map<String, String> thumbnailUrls(UUID characterId, String filename) {
        Map<String, String> urls = new LinkedHashMap<>();
        THUMBNAILS.forEach(size -> urls.put(size.toString(), thumbnailUrl(characterId, filename, size)));
        return urls;
    }

    public static String thumbnailUrl(UUID characterId, String filename, int size) {
        return url(characterId, filename) + "?size=" + size;
    }
}
