package io.dramatis.gateway.source;

import java.net.URI;
import java.util.Optional;

/** Somebody else's service that the platform looks things up in. */
public interface OutsideSource {

    /** Stable, lower case, as in {@code ExternalCharacter.source}: {@code anilist}. */
    String id();

    String displayName();

    /** The credit that a page must show beside its results. */
    String attribution();

    URI attributionUrl();

    /** The logo that the source asks to be shown with its credit. */
    default Optional<URI> attributionLogoUrl() {
        return Optional.empty();
    }

    /** False where a key or an address is missing; then it is never called. */
    boolean configured();

    SourceLimits limits();
}
