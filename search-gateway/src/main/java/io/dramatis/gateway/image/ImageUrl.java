package io.dramatis.gateway.image;

import java.net.URI;

/**
 * A URL that may be fetched, taken apart once: what was checked is what is asked for.
 *
 * @param port always a number, never -1
 * @param target path and query as they are sent
 * @param trusted whether the operator vouches for it, so that its host's address is of no interest
 */
record ImageUrl(String scheme, String host, int port, String target, boolean trusted) {

    URI uri() {
        return URI.create(origin() + target);
    }

    /** Scheme, host and port. */
    String origin() {
        return scheme + "://" + host + (port == ImageUrls.HTTPS_PORT ? "" : ":" + port);
    }
}
