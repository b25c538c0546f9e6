package io.dramatis.gateway.source;

import java.net.URI;

/** Somebody else's service that the platform looks things up in. */
public interface OutsideSource {

    /** Stable, lower case, as in {@code ExternalCharacter.source}: {@code anilist}. */
    String id();

    String displayName();

    /** The credit that a page must show beside its results. */
    String attribution();

    URI attributionUrl();

    /** False where a key or an address is missing; then it is never called. */
    boolean configured();

    SourceLimits limits();
}
