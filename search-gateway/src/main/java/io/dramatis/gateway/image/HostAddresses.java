package io.dramatis.gateway.image;

import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.util.List;

/** Looks names up. */
interface HostAddresses {

    /** All addresses of the host, at least one; fails where there is none. */
    Uni<List<InetAddress>> of(String host);
}
