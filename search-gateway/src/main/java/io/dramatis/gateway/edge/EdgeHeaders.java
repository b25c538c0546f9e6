package io.dramatis.gateway.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What every answer says to browsers: that they may do nothing at all with data, and the least that works with pages.
 * Names and values are encoded once, as all of them go out with each answer.
 */
final class EdgeHeaders {

    static final CharSequence REQUEST_ID = HttpHeaders.createOptimized("X-Request-Id");

    private static final CharSequence CONTENT_SECURITY_POLICY = HttpHeaders.createOptimized("Content-Security-Policy");
    private static final CharSequence STRICT_TRANSPORT_SECURITY =
            HttpHeaders.createOptimized("Strict-Transport-Security");

    private static final String PAGE_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final CharSequence PAGE = HttpHeaders.createOptimized(PAGE_POLICY);
    /** The API browser sets style attributes from its scripts. */
    private static final CharSequence DOCS =
            HttpHeaders.createOptimized(PAGE_POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"));

    private static final CharSequence DATA =
            HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'; sandbox");

    private record Header(CharSequence name, CharSequence value) {

        static Header of(String name, String value) {
            return new Header(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value));
        }
    }

    private static final List<Header> ALWAYS = List.of(
            Header.of("X-Content-Type-Options", "nosniff"),
            Header.of("X-Frame-Options", "DENY"),
            Header.of("Referrer-Policy", "strict-origin-when-cross-origin"),
            Header.of("Cross-Origin-Opener-Policy", "same-origin"),
            Header.of("Permissions-Policy", "camera=(), geolocation=(), microphone=()"));

    private final CharSequence strictTransportSecurity;

    /** @param hstsSeconds time that browsers are told to insist on HTTPS */
    EdgeHeaders(long hstsSeconds) {
        this.strictTransportSecurity = HttpHeaders.createOptimized("max-age=" + hstsSeconds + "; includeSubDomains");
    }

    /** In lower case; what a service says under these names is replaced. */
    static Stream<String> names() {
        return Stream.concat(
                        Stream.of(REQUEST_ID, CONTENT_SECURITY_POLICY, STRICT_TRANSPORT_SECURITY),
                        ALWAYS.stream().map(Header::name))
                .map(name -> name.toString().toLowerCase(Locale.ROOT));
    }

    /**
     * @param segments of the path
     * @param secure whether the client uses HTTPS
     */
    void write(MultiMap headers, List<String> segments, boolean secure) {
        headers.set(CONTENT_SECURITY_POLICY, policy(segments));
        for (Header header : ALWAYS) {
            headers.set(header.name(), header.value());
        }
        if (secure) {
            headers.set(STRICT_TRANSPORT_SECURITY, strictTransportSecurity);
        }
    }

    private static CharSequence policy(List<String> segments) {
        if (segments.isEmpty()) {
            return PAGE;
        }
        return segments.size() >= 2
                        && segments.get(0).equals("api")
                        && segments.get(1).equals("docs")
                ? DOCS
                : DATA;
    }
}
