package io.dramatis.gateway.image;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Thumbnails of the sources' images. */
@ConfigMapping(prefix = "dramatis.image")
public interface ImageConfig {

    /** Hosts that a client may name, exactly; over HTTPS on port 443. */
    @WithDefault("s4.anilist.co,image.tmdb.org,covers.openlibrary.org,uploads.mangadex.org,"
            + "upload.wikimedia.org,commons.wikimedia.org,www.dnd5eapi.co")
    @NotEmpty
    List<String> hosts();

    /**
     * Hosts that those may redirect to, beside one another: where OpenLibrary keeps its covers. {@code *.} stands for one
     * name before the rest.
     */
    @WithDefault("archive.org,*.us.archive.org,*.ca.archive.org")
    Optional<List<String>> redirectHosts();

    /**
     * URLs below which images are fetched as if from an allowed host, whatever their scheme, port and address: a
     * simulator or a mirror of one's own, as {@code http://localhost:8090/images}. A whole path segment is matched.
     */
    Optional<List<URI>> trustedOrigins();

    /** The widths that may be asked for. */
    @WithDefault("64,128,256,512")
    @NotEmpty
    List<@Min(16) @Max(2048) Integer> widths();

    /** The width for those who name none; one of {@link #widths()}. */
    @WithDefault("256")
    int defaultWidth();

    /** From the first look for the host's address to the last byte of the image, redirects included. */
    @WithDefault("5s")
    Duration timeout();

    /** Redirects that are followed for one image. */
    @WithDefault("3")
    @Min(0)
    @Max(10)
    int redirects();

    /** Size of a file at the source. */
    @WithDefault("5M")
    MemorySize maxSize();

    /** Greatest width and height of an image at the source. */
    @WithDefault("8192")
    @Min(1)
    int maxSide();

    /** Greatest number of pixels of an image at the source. */
    @WithDefault("16000000")
    @Min(1)
    long maxPixels();

    /** JPEG quality of thumbnails, in percent. */
    @WithDefault("85")
    @Min(1)
    @Max(100)
    int quality();

    /** Images that are fetched and read at the same time; each holds a whole file in memory. */
    @WithDefault("8")
    @Min(1)
    int concurrent();

    /** Images that are read at the same time, of those; each takes a processor and up to 35 MB of memory. */
    @WithDefault("2")
    @Min(1)
    int decoders();

    /** Images that wait for a place; further ones are answered with 503. */
    @WithDefault("128")
    @Min(0)
    int waiting();

    /** What a client waits for a thumbnail, its time in that queue included. */
    @WithDefault("10s")
    Duration patience();

    /** What a client is told to wait when it is too much, or when the source does not answer. */
    @WithDefault("5s")
    Duration retryAfter();

    /** Time for which browsers keep a thumbnail. */
    @WithDefault("24h")
    Duration browserAge();

    /** Larger thumbnails are not kept; with the cache's greatest number of entries, this bounds its memory. */
    @WithDefault("96K")
    MemorySize maxCachedSize();
}
