package io.dramatis.portrait.outside;

import io.dramatis.kit.address.PublicAddresses;
import io.dramatis.kit.outside.OutsideException;
import io.dramatis.kit.outside.OutsideException.Kind;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** Looks hosts up that strangers have named. */
@ApplicationScoped
public class PublicHosts {

    /**
     * Where to connect to for this URI. Connecting to the answer instead of looking the name up again is what makes it
     * safe: between two look-ups, a name can change its mind.
     *
     * @throws OutsideException as the Uni's failure: FORBIDDEN where any of the host's addresses is not of the public
     *     Internet, UNREACHABLE where there is no such host
     */
    public Uni<SocketAddress> addressOf(URI uri) {
        return Uni.createFrom()
                .item(() -> lookUp(uri))
                // The system's look-up blocks.
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static SocketAddress lookUp(URI uri) {
        try {
            InetAddress[] all = InetAddress.getAllByName(uri.getHost());
            for (InetAddress address : all) {
                if (!PublicAddresses.isPublic(address)) {
                    throw new OutsideException(Kind.FORBIDDEN, "not an address of the public Internet", null);
                }
            }
            return SocketAddress.inetSocketAddress(port(uri), all[0].getHostAddress());
        } catch (UnknownHostException e) {
            throw new OutsideException(Kind.UNREACHABLE, "no such host", e);
        }
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "http".equalsIgnoreCase(uri.getScheme()) ? 80 : 443;
    }
}
