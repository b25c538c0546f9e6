package io.dramatis.gateway.source.tmdb;

import static io.dramatis.gateway.source.SourceJson.text;
import static io.dramatis.gateway.source.SourceJson.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where the pictures of people are.
 *
 * @param base with a slash at its end
 * @param size the segment after it
 */
record TmdbImages(String base, String size) {

    /** As TMDB documents it, for as long as its configuration cannot be read. */
    static final String DOCUMENTED_BASE = "https://image.tmdb.org/t/p/";

    private static final String ANY_SIZE = "original";
    private static final Pattern FILE = Pattern.compile("/[A-Za-z0-9_-]+\\.[a-z]{3,4}");

    /** @param wanted a size that is taken where TMDB has it, else the original one */
    static TmdbImages of(JsonNode configuration, String wanted) {
        JsonNode images = configuration.path("images");
        String base = text(images.path("secure_base_url"));
        List<String> sizes = texts(images.path("profile_sizes"));
        return new TmdbImages(
                base == null ? DOCUMENTED_BASE : base.endsWith("/") ? base : base + "/",
                sizes.isEmpty() || sizes.contains(wanted) ? wanted : ANY_SIZE);
    }

    /** The address of a {@code profile_path}; null where there is none. */
    String url(String path) {
        return path == null || !FILE.matcher(path).matches() ? null : base + size + path;
    }
}
