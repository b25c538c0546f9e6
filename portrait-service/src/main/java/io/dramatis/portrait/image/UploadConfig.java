package io.dramatis.portrait.image;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What strangers' pictures may cost. With these numbers, one decoder needs at most 100 MB of memory; every further one as
 * much again.
 */
@ConfigMapping(prefix = "dramatis.portrait.upload")
public interface UploadConfig {

    /** Where files lie while their requests last; made when absent. */
    Path folder();

    /** The largest file. The body that carries it may be a megabyte larger, see quarkus.http.limits.max-body-size. */
    @WithDefault("10M")
    MemorySize maxFileSize();

    /** The largest body of every other request. */
    @WithDefault("1M")
    MemorySize maxOtherBody();

    /** Greatest width and height, in pixels. */
    @WithDefault("8192")
    @Min(1)
    @Max(32_768)
    int maxSide();

    /** Greatest number of pixels of a PNG or a JPEG. */
    @WithDefault("16000000")
    @Min(1)
    long maxPixels();

    /** The same for WebP, whose reader needs 20 bytes for each. */
    @WithDefault("4194304")
    @Min(1)
    long maxWebpPixels();

    /** Width and height that an upload is scaled down to before it is kept. */
    @WithDefault("2048")
    @Min(512)
    @Max(8192)
    int keptSide();

    /** Pictures that are worked on at the same time: uploads, and what providers have drawn. */
    @WithDefault("1")
    @Min(1)
    @Max(64)
    int decoders();

    /** Uploads, and other wishes of clients, that wait for that; more are refused. */
    @WithDefault("32")
    @Min(1)
    @Max(10_000)
    int waiting();

    /** How long one may wait, decoding included. */
    @WithDefault("20s")
    Duration patience();
}
