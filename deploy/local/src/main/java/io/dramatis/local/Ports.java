package io.dramatis.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which port each {@link Endpoint} uses. */
public final class Ports {

    static final String OFFSET_VARIABLE = "DRAMATIS_PORT_OFFSET";
    private static final int HIGHEST_PORT = 65_535;
    private static final int CONNECT_MILLIS = 1000;

    private final Map<Endpoint, Integer> byEndpoint;

    private Ports(Map<Endpoint, Integer> byEndpoint) {
        this.byEndpoint = byEndpoint;
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
        return new Ports(ports);
    }

    /** Ports that nobody uses at this moment, for tests that run beside each other. */
    public static Ports free() {
        Map<Endpoint, Integer> ports = new EnumMap<>(Endpoint.class);
        List<ServerSocket> held = new ArrayList<>();
        try {
            // Held together until all are chosen, so that no two endpoints are given the same one.
            for (Endpoint endpoint : Endpoint.values()) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                held.add(socket);
                ports.put(endpoint, socket.getLocalPort());
            }
            for (ServerSocket socket : held) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("No free port could be found", e);
        }
        return new Ports(ports);
    }

    public int of(Endpoint endpoint) {
        return byEndpoint.get(endpoint);
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
