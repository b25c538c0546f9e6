package io.dramatis.kit.outside;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is asked of a server. Its headers may hold a secret: nothing here is ever logged.
 *
 * @param server the address to connect to instead of looking the URI's host up, whose name is still asked for and must
 *     be the certificate's; or null
 * @param body null for none
 */
public record OutsideRequest(
        HttpMethod method, URI uri, SocketAddress server, Map<String, String> headers, Buffer body) {

    /** The address of a path below a server's base, whether or not that ends with a slash. */
    public static URI below(URI base, String path) {
        return URI.create(base.toString().replaceFirst("/+$", "") + path);
    }

    public static OutsideRequest get(URI uri) {
        return new OutsideRequest(HttpMethod.GET, uri, null, Map.of(), null);
    }

    public static OutsideRequest post(URI uri, JsonNode json) {
        return new OutsideRequest(
                HttpMethod.POST,
                uri,
                null,
                Map.of("Content-Type", "application/json"),
                Buffer.buffer(json.toString().getBytes(StandardCharsets.UTF_8)));
    }

    public static OutsideRequest post(URI uri, Multipart form) {
        return new OutsideRequest(
                HttpMethod.POST, uri, null, Map.of("Content-Type", form.contentType()), form.toBuffer());
    }

    public OutsideRequest header(String name, String value) {
        Map<String, String> all = new TreeMap<>(headers);
        all.put(name, value);
        return new OutsideRequest(method, uri, server, all, body);
    }

    public OutsideRequest bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    public OutsideRequest basic(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    public OutsideRequest at(SocketAddress address) {
        return new OutsideRequest(method, uri, address, headers, body);
    }

    @Override
    public String toString() {
        return method + " " + uri.getPath();
    }
}
