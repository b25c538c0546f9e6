package io.dramatis.gateway.edge;

import java.util.List;

/** What a browser may do with an answer: nothing at all with data, the least that works with pages. */
final class SecurityPolicy {

    private static final String DATA = "default-src 'none'; frame-ancestors 'none'; sandbox";
    private static final String PAGE = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    /** The API browser sets style attributes from its scripts. */
    private static final String DOCS = PAGE.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

    private SecurityPolicy() {}

    static String of(List<String> segments) {
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
