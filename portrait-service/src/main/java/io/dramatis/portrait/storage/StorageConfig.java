package io.dramatis.portrait.storage;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where the images are kept. */
@ConfigMapping(prefix = "dramatis.portrait.storage")
public interface StorageConfig {

    /** {@code folder}, or {@code s3} for anything that speaks S3's protocol. */
    @WithDefault("folder")
    Kind kind();

    /** The folder store's root; made when absent. */
    Path folder();

    /** No larger file is read: a store that answers with something else must not fill the memory. */
    @WithDefault("64M")
    MemorySize maxFileSize();

    /** Reads, writes and deletions at a time; more are refused, as they would only wait in memory. */
    @WithDefault("256")
    @Min(1)
    @Max(10_000)
    int maxCalls();

    /** For one file, with all attempts. */
    @WithDefault("20s")
    Duration timeout();

    Layout layout();

    S3 s3();

    enum Kind {
        FOLDER,
        S3
    }

    /**
     * Seed 002's variables, which say whether this is development. Production wins where they disagree, and whatever is
     * missing or unknown is production.
     */
    interface Layout {

        /** {@code development}, or {@code production}. */
        Optional<String> environment();

        /** {@code prod} is production. */
        Optional<String> env();

        /** {@code prod} is production. */
        Optional<String> environmentName();

        /** Whose folder new images go to in development, and old ones may lie in. */
        @WithDefault("localhost")
        @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,252}")
        String hostname();
    }

    interface S3 {

        Optional<String> bucket();

        /** What all keys begin with, where the bucket is shared; no slash at its ends. */
        Optional<@Pattern(regexp = "[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*") String> prefix();

        /** The server, where it is not AWS. */
        Optional<URI> endpoint();

        @WithDefault("us-east-1")
        String region();

        /** The bucket in the path instead of the host name, as most servers other than AWS want it. */
        @WithDefault("false")
        boolean pathStyle();

        /** Without it and {@link #secretKey}, what the AWS SDK finds: its own variables, a profile, the machine's role. */
        Optional<String> accessKey();

        Optional<String> secretKey();

        @WithDefault("2s")
        Duration connectTimeout();

        /** For one attempt. */
        @WithDefault("6s")
        Duration attemptTimeout();

        @WithDefault("3")
        @Min(1)
        @Max(10)
        int maxAttempts();

        @WithDefault("64")
        @Min(1)
        @Max(1_000)
        int connections();
    }
}
