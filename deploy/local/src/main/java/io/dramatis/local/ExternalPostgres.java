package io.dramatis.local;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** A PostgreSQL server that somebody else runs. */
record ExternalPostgres(String host, int port, String user, String password) {

    private static final int DEFAULT_PORT = 5432;

    /** Reads {@code postgresql://user:password@host:port}; the password and the port may be missing. */
    static ExternalPostgres parse(String url) {
        try {
            URI uri = new URI(url);
            String credentials = uri.getRawUserInfo();
            boolean complete = ("postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && credentials != null;
            if (!complete) {
                throw invalid(null);
            }
            int colon = credentials.indexOf(':');
            String user = colon < 0 ? credentials : credentials.substring(0, colon);
            String password = colon < 0 ? "" : credentials.substring(colon + 1);
            return new ExternalPostgres(
                    uri.getHost(), uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(), decode(user), decode(password));
        } catch (URISyntaxException e) {
            throw invalid(e);
        }
    }

    // Neither the URL nor its parse error is repeated: both hold the password.
    private static LocalPlatformException invalid(URISyntaxException cause) {
        String problem = cause == null ? "" : " (" + cause.getReason() + ")";
        return new LocalPlatformException("DRAMATIS_POSTGRES_URL must look like postgresql://user:password@host:port"
                + problem + "; the databases catalog, collection and portrait are created there when absent.");
    }

    private static String decode(String part) {
        // A plus sign is an ordinary character in this part of a URL, unlike in a form.
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "ExternalPostgres[" + user + "@" + host + ":" + port + "]";
    }
}
