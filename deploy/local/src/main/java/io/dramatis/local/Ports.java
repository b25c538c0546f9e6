package io.dramatis.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Which port each {@link Endpoint} uses. */
public final class Ports {

    static final String OFFSET_VARIABLE = "DRAMATIS_PORT_OFFSET";
    private static final int HIGHEST_PORT = 65_535;
    private static final int CONNECT_MILLIS = 1000;

    /** From 11,000 to 31,000, between the usual ports of servers and those of outgoing connections. */
    private static final int FIRST_BLOCK = 11_000;

    private static final int BLOCKS = 1_000;
    private static final int BLOCK_SIZE = 20;
    private static final int ATTEMPTS = 100;

    private final Map<Endpoint, Integer> byEndpoint;
    /** Not to be collected, and so closed, before the ports are. */
    @SuppressWarnings("unused")
    private final ServerSocket claim;

    private Ports(Map<Endpoint, Integer> byEndpoint, ServerSocket claim) {
        this.byEndpoint = byEndpoint;
        this.claim = claim;
    }

    /** The usual ports, all moved by {@code DRAMATIS_PORT_OFFSET}, single ones replaced by {@code DRAMATIS_PORT_<NAME>}. */
    static Ports fromEnvironment(Map<String, String> environment) {
        int offset = number(environment, OFFSET_VARIABLE, 0);
        Map<Endpoint, Integer> ports = new EnumMap<>(Endpoint.class);
        for (Endpoint endpoint : Endpoint.values()) {
            int port = number(environment, endpoint.variable(), endpoint.defaultPort() + offset);
            if (port < 1 || port > HIGHEST_PORT) {
                throw new LocalPlatformException("Port " + port + " for " + endpoint.owner() + " is not within 1 to "
                        + HIGHEST_PORT + "; see " + OFFSET_VARIABLE + " and " + endpoint.variable() + ".");
            }
            ports.put(endpoint, port);
        }
        refuseDuplicates(ports);
        return new Ports(ports, null);
    }

    /**
     * Ports for tests that run beside others. They come from below those that the system gives to connections, in a
     * block that is this process' alone: its first port is held for as long as these are used, which is how another
     * process that chooses sees that the block is taken, long before a server of ours listens on the rest.
     */
    public static Ports free() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int block = FIRST_BLOCK + ThreadLocalRandom.current().nextInt(BLOCKS) * BLOCK_SIZE;
            ServerSocket claim = null;
            try {
                claim = listen(block);
                return new Ports(claimed(block), claim);
            } catch (IOException taken) {
                closeQuietly(claim);
            }
        }
        throw new IllegalStateException("No free ports were found");
    }

    private static Map<Endpoint, Integer> claimed(int block) throws IOException {
        Map<Endpoint, Integer> ports = new EnumMap<>(Endpoint.class);
        for (Endpoint endpoint : Endpoint.values()) {
            int port = block + 1 + endpoint.ordinal();
            listen(port).close();
            ports.put(endpoint, port);
        }
        return ports;
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }

    private static void closeQuietly(ServerSocket socket) {
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public int of(Endpoint endpoint) {
        return byEndpoint.get(endpoint);
    }

    /** What programs use: {@code localhost} may be another address than the one that is listened on. */
    String address(Endpoint endpoint) {
        return "http://" + LocalConfig.LOOPBACK + ":" + of(endpoint);
    }

    /** Fails with a message that says whose port is taken and how to move it. */
    void requireFree(Endpoint endpoint, String host) {
        int port = of(endpoint);
        try (ServerSocket socket = new ServerSocket()) {
            // A listener is refused all the same; only connections that linger after a restart are forgiven.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new LocalPlatformException(
                    "Port " + port + " for " + endpoint.owner() + " is taken by another program (" + e.getMessage()
                            + ").\nStop that program, or move this port with " + endpoint.variable()
                            + "=<port>, or all ports with " + OFFSET_VARIABLE + "=<number>.",
                    e);
        }
    }

    /** Whether somebody listens on this port of this machine. */
    static boolean isOpen(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(LocalConfig.LOOPBACK, port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int number(Map<String, String> environment, String variable, int fallback) {
        String value = environment.get(variable);
        if (value == null || value.isBlank()) {
            return fallback;
        }
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw new LocalPlatformException(variable + " must be a whole number, not '" + value + "'.", e);
        }
    }

    private static void refuseDuplicates(Map<Endpoint, Integer> ports) {
        Map<Integer, Endpoint> owners = new HashMap<>();
        ports.forEach((endpoint, port) -> {
            Endpoint other = owners.putIfAbsent(port, endpoint);
            if (other != null) {
                throw new LocalPlatformException("Port " + port + " is given to both " + other.owner() + " ("
                        + other.variable() + ") and " + endpoint.owner() + " (" + endpoint.variable() + ").");
            }
        });
    }
}
