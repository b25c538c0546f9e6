package io.dramatis.gateway.image;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which URLs may be fetched: those of the sources' image hosts, by name. A list of names leaves no room for the many
 * spellings of an address; that a name leads to a public one is checked when it is looked up.
 */
final class ImageUrls {

    static final int HTTPS_PORT = 443;

    private static final String HTTPS = "https";
    private static final int HTTP_PORT = 80;
    private static final int MAX_LENGTH = 2048;

    private final List<String> hosts;
    private final List<String> redirectHosts;
    private final List<URI> trustedOrigins;

    ImageUrls(ImageConfig config) {
        this.hosts = config.hosts().stream().map(ImageUrls::hostName).toList();
        this.redirectHosts = Stream.concat(
                        hosts.stream(),
                        config.redirectHosts().orElse(List.of()).stream().map(ImageUrls::hostName))
                .toList();
        this.trustedOrigins = config.trustedOrigins().orElse(List.of()).stream()
                .map(ImageUrls::trustedOrigin)
                .toList();
    }

    /**
     * A URL as a client sends it.
     *
     * @param faults to which all that is wrong with it is added
     * @return empty if something is
     */
    Optional<ImageUrl> ask(String text, List<String> faults) {
        if (text == null || text.isBlank()) {
            faults.add("must be the image_url of a search result");
            return Optional.empty();
        }
        URI uri = parse(text);
        if (uri == null) {
            faults.add("must be a URL of at most " + MAX_LENGTH + " characters");
            return Optional.empty();
        }
        return check(uri, hosts, faults);
    }

    /** Where an image's host redirects to; empty if we do not go there. */
    Optional<ImageUrl> follow(ImageUrl from, String location) {
        URI uri = location == null ? null : parse(location);
        return uri == null ? Optional.empty() : check(from.uri().resolve(uri), redirectHosts, new ArrayList<>());
    }

    private Optional<ImageUrl> check(URI uri, List<String> allowed, List<String> faults) {
        if (trustedOrigins.stream().anyMatch(origin -> isBelow(uri, origin))) {
            return Optional.of(url(uri, true));
        }
        int before = faults.size();
        if (!HTTPS.equalsIgnoreCase(uri.getScheme())) {
            faults.add("must begin with https://");
        }
        if (uri.getRawUserInfo() != null) {
            faults.add("must not hold a user or a password");
        }
        if (uri.getPort() != -1 && uri.getPort() != HTTPS_PORT) {
            faults.add("must not name another port than " + HTTPS_PORT);
        }
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        if (allowed.stream().noneMatch(pattern -> matches(host, pattern))) {
            faults.add("must name one of these hosts: " + String.join(", ", allowed));
        }
        return faults.size() > before ? Optional.empty() : Optional.of(url(uri, false));
    }

    private static URI parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        try {
            URI uri = new URI(new URI(text).toASCIIString());
            return uri.isOpaque() ? null : uri;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static ImageUrl url(URI uri, boolean trusted) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new ImageUrl(
                uri.getScheme().toLowerCase(Locale.ROOT),
                uri.getHost().toLowerCase(Locale.ROOT),
                port(uri),
                uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery(),
                trusted);
    }

    private static boolean matches(String host, String pattern) {
        if (!pattern.startsWith("*.")) {
            return host.equals(pattern);
        }
        int dot = host.indexOf('.');
        return dot > 0 && host.substring(dot).equals(pattern.substring(1));
    }

    private static boolean isBelow(URI uri, URI origin) {
        return origin.getScheme().equalsIgnoreCase(uri.getScheme())
                && origin.getHost().equalsIgnoreCase(uri.getHost())
                && port(origin) == port(uri)
                && uri.getRawUserInfo() == null
                && uri.getRawPath().startsWith(origin.getRawPath() + "/")
                && isPlain(uri.getRawPath());
    }

    /** Whether every server reads the path alike, so that none finds a way out of the trusted part. */
    private static boolean isPlain(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return !lower.contains("/.") && !lower.contains("%2e") && !lower.contains("%2f") && !lower.contains("%5c");
    }

    private static int port(URI uri) {
        if (uri.getPort() != -1) {
            return uri.getPort();
        }
        return HTTPS.equalsIgnoreCase(uri.getScheme()) ? HTTPS_PORT : HTTP_PORT;
    }

    /** A name whose last part holds a letter is no address in any notation. */
    private static String hostName(String configured) {
        if (!configured.matches("(\\*\\.)?([a-z0-9-]+\\.)+[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("dramatis.image: not a host name in lower case: " + configured);
        }
        return configured;
    }

    private static URI trustedOrigin(URI configured) {
        String text = configured.toString();
        URI origin = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        if (origin.getScheme() == null || origin.getHost() == null || origin.getRawQuery() != null) {
            throw new IllegalArgumentException("dramatis.image.trusted-origins: not a base URL: " + configured);
        }
        return origin;
    }
}
