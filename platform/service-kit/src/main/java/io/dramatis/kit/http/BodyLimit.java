package io.dramatis.kit.http;

import java.util.OptionalLong;

/** What a service takes at some paths other than everywhere else; a bean of this type is all it needs. */
@FunctionalInterface
public interface BodyLimit {

    /**
     * The largest body in bytes, at most {@code quarkus.http.limits.max-body-size}; empty where this says nothing about the
     * path.
     */
    OptionalLong of(String path);
}
