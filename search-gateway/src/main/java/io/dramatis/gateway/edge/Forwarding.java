package io.dramatis.gateway.edge;

import io.dramatis.kit.address.AddressRange;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    private static final Set<String> DROPPED = Set.of(
            "host",
            "forwarded",
            "via",
            "x-real-ip",
            "remote-user",
            "connection",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "expect",
            "http2-settings");
    /** Hop-by-hop headers, what would name our software, and what every answer of the gateway has anyway. */
    private static final Set<String> DROPPED_FROM_ANSWERS = Stream.concat(
                    Stream.of(
                            "connection",
                            "keep-alive",
                            "proxy-authenticate",
                            "te",
                            "trailer",
                            "transfer-encoding",
                            "upgrade",
                            "via",
                            "server"),
                    EdgeHeaders.names())
            .collect(Collectors.toUnmodifiableSet());
    /** What a client must not take away from the services by calling it its connection's own. */
    private static final Set<String> END_TO_END = Set.of("authorization", "content-length", "content-type");

    private static final CharSequence X_FORWARDED_FOR = HttpHeaders.createOptimized("X-Forwarded-For");
    private static final CharSequence X_FORWARDED_PROTO = HttpHeaders.createOptimized("X-Forwarded-Proto");
    private static final CharSequence X_FORWARDED_HOST = HttpHeaders.createOptimized("X-Forwarded-Host");

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

    /**
     * Copies a request's headers for a service: without what only we may say, and without those that concern the
     * client's connection only; then says it.
     */
    static void forward(MultiMap from, MultiMap to, Client client) {
        Set<String> ofConnection = connectionOptions(from);
        for (Map.Entry<String, String> header : from) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!DROPPED.contains(name)
                    && !hasDroppedPrefix(name)
                    && (!ofConnection.contains(name) || END_TO_END.contains(name))) {
                to.add(header.getKey(), header.getValue());
            }
        }
        to.set(X_FORWARDED_FOR, client.address());
        to.set(X_FORWARDED_PROTO, client.scheme());
        if (client.host() != null) {
            to.set(X_FORWARDED_HOST, client.host());
        }
    }

    private static boolean hasDroppedPrefix(String name) {
        char first = name.charAt(0);
        if (first != 'x' && first != 'p') {
            return false;
        }
        for (String prefix : DROPPED_PREFIXES) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** Copies an answer's headers for the client, without what concerns the connection to the service only. */
    static void answer(MultiMap from, MultiMap to) {
        Set<String> ofConnection = connectionOptions(from);
        for (Map.Entry<String, String> header : from) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!DROPPED_FROM_ANSWERS.contains(name) && !ofConnection.contains(name)) {
                to.add(header.getKey(), header.getValue());
            }
        }
    }

    private static Set<String> connectionOptions(MultiMap headers) {
        String options = headers.get(HttpHeaders.CONNECTION);
        if (options == null || options.equalsIgnoreCase("keep-alive") || options.equalsIgnoreCase("close")) {
            return Set.of();
        }
        return list(headers, "Connection").stream()
                .map(option -> option.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private boolean trusts(String address) {
        for (AddressRange range : trusted) {
            if (range.contains(address)) {
                return true;
            }
        }
        return false;
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
