package io.dramatis.gateway.image;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.List;

/** As the operating system and its name servers have it; that blocks, hence the worker. */
@ApplicationScoped
class SystemHostAddresses implements HostAddresses {

    @Override
    public Uni<List<InetAddress>> of(String host) {
        return Uni.createFrom()
                .item(Unchecked.supplier(() -> List.of(InetAddress.getAllByName(host))))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
