package io.dramatis.collection.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Accounts, their passwords and their tokens. */
@ConfigMapping(prefix = "dramatis.account")
public interface AccountConfig {

    /** Where clients reach the platform; the discovery document's addresses begin with it. */
    @WithDefault("http://localhost:8080")
    URI publicUrl();

    /** Whether the account {@code demo} with the password {@code demo1234} exists. Never outside of local mode. */
    @WithDefault("false")
    boolean demo();

    /**
     * File with the P-256 private key that signs access tokens: PKCS#8 PEM or JWK. Without it a key is made once and
     * kept in the database, readable for whoever may read that.
     */
    Optional<Path> signingKeyPath();

    Token token();

    Password password();

    SignIn signIn();

    /** Lifetimes. */
    interface Token {

        @WithDefault("15m")
        Duration accessLifetime();

        /** Counted anew with each rotation. */
        @WithDefault("30d")
        Duration refreshLifetime();
    }

    /** Argon2id; stored hashes of other strength are replaced at the next sign-in. */
    interface Password {

        @WithDefault("19456")
        @Min(8)
        @Max(1_048_576)
        int memoryKib();

        @WithDefault("2")
        @Min(1)
        @Max(20)
        int iterations();

        @WithDefault("1")
        @Min(1)
        @Max(16)
        int parallelism();

        /** Hashes computed at a time: each takes a processor and {@code memory-kib}. */
        @WithDefault("2")
        @Min(1)
        @Max(64)
        int workers();

        /** Requests that may wait for a worker; more are refused with Retry-After. */
        @WithDefault("64")
        @Min(1)
        @Max(10_000)
        int queue();
    }

    /** How often a password may be guessed. */
    interface SignIn {

        /** Failures per user name and client address within the window. */
        @WithDefault("5")
        @Min(1)
        @Max(1_000)
        int maxFailures();

        @WithDefault("15m")
        Duration window();
    }
}
