package io.dramatis.portrait.outside;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells addresses of the public Internet from all others: our own network, this machine, a cloud's metadata service,
 * and what merely wraps one of those. After IANA's registries of special-purpose addresses, RFC 6890.
 */
final class PublicAddresses {

    private static final List<Range> NOT_PUBLIC_V4 = ranges(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // shared with the provider (CGNAT), and Alibaba's metadata
            "127.0.0.0/8", // loopback
            "168.63.129.16/32", // Azure's host, behind an address that is nominally public
            "169.254.0.0/16", // link-local, and most clouds' metadata
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments, and Oracle's metadata
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // 6to4 relays
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, and broadcast

    /** The one range that is given out to the Internet; loopback, mapped, unique local, NAT64 … are outside. */
    private static final Range GLOBAL_V6 = Range.of("2000::/3");

    private static final List<Range> NOT_PUBLIC_V6 = ranges(
            "2001::/23", // protocol assignments, Teredo among them
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4: any IPv4 address inside
            "3fff::/20"); // documentation

    private PublicAddresses() {}

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address
                ? NOT_PUBLIC_V4.stream().noneMatch(range -> range.contains(bytes))
                : GLOBAL_V6.contains(bytes) && NOT_PUBLIC_V6.stream().noneMatch(range -> range.contains(bytes));
    }

    private static List<Range> ranges(String... networks) {
        return Stream.of(networks).map(Range::of).toList();
    }

    private record Range(byte[] network, int prefixLength) {

        static Range of(String cidr) {
            String[] parts = cidr.split("/");
            try {
                // A literal address: nothing is looked up.
                return new Range(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException("not an address: " + cidr, e);
            }
        }

        boolean contains(byte[] address) {
            int whole = prefixLength / 8;
            if (address.length != network.length || !Arrays.equals(address, 0, whole, network, 0, whole)) {
                return false;
            }
            int rest = prefixLength % 8;
            return rest == 0 || ((address[whole] ^ network[whole]) & 0xFF) >> 8 - rest == 0;
        }
    }
}
