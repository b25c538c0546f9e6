package io.dramatis.collection.account;

import io.smallrye.config.ConfigMapping;

/** What stands in every token and is asked of every token; shared by all services. */
@ConfigMapping(prefix = "dramatis.identity")
public interface IdentityConfig {

    /** The {@code iss} claim. */
    String issuer();

    /** The {@code aud} claim. */
    String audience();

    /** Where this service, like the others, fetches the public keys. */
    String jwksUrl();
}
