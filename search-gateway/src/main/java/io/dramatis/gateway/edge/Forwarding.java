package io.dramatis.gateway.edge;

import io.dramatis.gateway.address.AddressRange;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Who asks, from where: the socket's peer, unless that is one of our own proxies. Whatever else a request says about
 * itself is replaced before a service sees it.
 */
final class Forwarding {

    /**
     * @param address the client's IP address
     * @param scheme {@code http} or {@code https}, as the client sees it
     * @param host the authority that the client asked for
     */
    record Client(String address, String scheme, String host) {

        boolean secure() {
            return scheme.equals("https");
        }
    }

    private static final List<String> DROPPED_PREFIXES = List.of(
            "x-forwarded-",
            "x-user",
            "x-remote-",
            "x-auth-request-",
            "x-authenticated-",
            "x-client-",
            "x-original-",
            "x-rewrite-",
            "x-ssl-",
            "proxy-");
    private static final List<String> DROPPED = List.of(
            "forwarded",
            "via",
            "x-real-ip",
            "remote-user",
            "connection",
            "keep-alive",
            "te",
            "trailer",
            "upgrade",
            "expect",
            "http2-settings");

    private final List<AddressRange> trusted;

    Forwarding(List<AddressRange> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    Client client(String peer, String scheme, String host, MultiMap headers) {
        if (!trusts(peer)) {
            return new Client(peer, scheme, host);
        }
        String address = peer;
        List<String> chain = list(headers, "X-Forwarded-For");
        for (int i = chain.size() - 1; i >= 0 && trusts(address); i--) {
            if (AddressRange.bytes(chain.get(i)) == null) {
                break;
            }
            address = chain.get(i);
        }
        String forwardedScheme = last(headers, "X-Forwarded-Proto");
        String forwardedHost = last(headers, "X-Forwarded-Host");
        return new Client(
                address,
                forwardedScheme == null ? scheme : forwardedScheme.equalsIgnoreCase("https") ? "https" : "http",
                forwardedHost == null ? host : forwardedHost);
    }

    /** Takes out of a request's headers what only we may say, and hop-by-hop headers; then says it. */
    static void rewrite(MultiMap headers, Client client) {
        List<String> connectionOptions = list(headers, "Connection");
        for (String name : List.copyOf(headers.names())) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (DROPPED.contains(lower) || DROPPED_PREFIXES.stream().anyMatch(lower::startsWith)) {
                headers.remove(name);
            }
        }
        connectionOptions.stream()
                // A client must not take away what the services rely on by calling it a hop's own.
                .filter(option -> !option.equalsIgnoreCase("authorization")
                        && !option.equalsIgnoreCase("content-length")
                        && !option.equalsIgnoreCase("content-type"))
                .forEach(headers::remove);
        headers.set("X-Forwarded-For", client.address());
        headers.set("X-Forwarded-Proto", client.scheme());
        if (client.host() != null) {
            headers.set("X-Forwarded-Host", client.host());
        }
    }

    /** Takes out of an answer what concerns the connection to the service only. */
    static void clean(MultiMap headers) {
        list(headers, "Connection").forEach(headers::remove);
        List.of("Connection", "Keep-Alive", "Proxy-Authenticate", "TE", "Trailer", "Upgrade", "Via", "Server")
                .forEach(headers::remove);
    }

    private boolean trusts(String address) {
        return trusted.stream().anyMatch(range -> range.contains(address));
    }

    private static String last(MultiMap headers, String name) {
        List<String> values = list(headers, name);
        return values.isEmpty() ? null : values.get(values.size() - 1);
    }

    private static List<String> list(MultiMap headers, String name) {
        List<String> values = new ArrayList<>();
        for (String header : headers.getAll(name)) {
            for (String value : header.split(",")) {
                if (!value.isBlank()) {
                    values.add(value.strip());
                }
            }
        }
        return values;
    }
}
