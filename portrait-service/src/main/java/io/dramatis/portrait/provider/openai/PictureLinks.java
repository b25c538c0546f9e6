package io.dramatis.portrait.provider.openai;

import io.dramatis.kit.outside.OutsideAnswer;
import io.dramatis.kit.outside.OutsideException;
import io.dramatis.kit.outside.OutsideRequest;
import io.dramatis.portrait.outside.OutsideHttp;
import io.dramatis.portrait.outside.PublicHosts;
import io.dramatis.portrait.provider.ProviderAnswers;
import io.dramatis.portrait.provider.ProviderException;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Fetches the pictures that a server links to, at once, since such links soon end. A server's answer is a stranger's
 * text: it leads only to hosts that the operator named, over HTTPS, and to no address of a private network, unless
 * the server itself is one there.
 */
final class PictureLinks {

    private final OpenAiConfig.Server server;
    private final OutsideHttp http;
    private final PublicHosts hosts;

    PictureLinks(OpenAiConfig.Server server, OutsideHttp http, PublicHosts hosts) {
        this.server = server;
        this.http = http;
        this.hosts = hosts;
    }

    Uni<byte[]> fetch(String link) {
        URI uri = parse(link);
        OutsideRequest request = OutsideRequest.get(uri).header("Accept", "image/*");
        // The key goes to the server that it is for and to nobody else.
        OutsideRequest authorised =
                isServer(uri) ? server.apiKey().map(request::bearer).orElse(request) : request;
        Uni<OutsideRequest> addressed = server.local()
                ? Uni.createFrom().item(authorised)
                : hosts.addressOf(uri).map(authorised::at);
        return addressed
                .chain(call -> http.send(
                        call, server.imageTimeout(), server.maxImageSize().asLongValue()))
                .map(PictureLinks::picture)
                .onFailure(OutsideException.class)
                .transform(PictureLinks::explain);
    }

    private URI parse(String link) {
        try {
            URI uri = new URI(link);
            boolean scheme = "https".equalsIgnoreCase(uri.getScheme())
                    || server.local() && "http".equalsIgnoreCase(uri.getScheme());
            if (scheme && uri.getHost() != null && uri.getUserInfo() == null && isAllowed(uri)) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw ProviderException.failed("answered a link that is none", e);
        }
        // Never mended by trying again, but by the operator's list.
        throw ProviderException.misconfigured("answered a link that leads elsewhere; see image-hosts");
    }

    private boolean isAllowed(URI uri) {
        if (isServer(uri)) {
            return true;
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return uri.getPort() == -1
                && server.imageHosts().orElse(List.of()).stream().anyMatch(allowed -> matches(allowed, host));
    }

    private static boolean matches(String allowed, String host) {
        String pattern = allowed.strip().toLowerCase(Locale.ROOT);
        return pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : host.equals(pattern);
    }

    /** The same scheme, host and port. */
    private boolean isServer(URI uri) {
        URI base = server.baseUrl();
        return base.getScheme().equalsIgnoreCase(uri.getScheme())
                && base.getHost().equalsIgnoreCase(uri.getHost())
                && Objects.equals(base.getPort(), uri.getPort());
    }

    private static byte[] picture(OutsideAnswer answer) {
        if (answer.status() != 200) {
            throw ProviderException.failed("the linked picture: status " + answer.status());
        }
        return ProviderAnswers.picture(answer.body().getBytes());
    }

    private static Throwable explain(Throwable failure) {
        OutsideException outside = (OutsideException) failure;
        return outside.kind() == OutsideException.Kind.FORBIDDEN
                ? ProviderException.misconfigured("answered a link to a private address; see local")
                : ProviderException.failed("the linked picture: " + outside.getMessage(), outside);
    }
}
