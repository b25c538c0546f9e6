package io.dramatis.kit.address;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells addresses of the public Internet from all others: our own network, this machine, a cloud's metadata service,
 * and what merely wraps one of those. After IANA's registries of special-purpose addresses, RFC 6890.
 */
public final class PublicAddresses {

    private static final List<AddressRange> NOT_PUBLIC_V4 = ranges(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // shared with the provider (CGNAT), and Alibaba's metadata
            "127.0.0.0/8", // loopback
            "168.63.129.16/32", // Azure's host, behind an address that is nominally public
            "169.254.0.0/16", // link-local, and most clouds' metadata
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments, and Oracle's metadata
            "192.0.2.0/24", // documentation
            "192.31.196.0/24", // AS112
            "192.52.193.0/24", // AMT
            "192.88.99.0/24", // 6to4 relays
            "192.168.0.0/16", // private
            "192.175.48.0/24", // AS112
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, and broadcast

    /** The one range that is given out to the Internet; loopback, mapped, unique local, link-local … are outside. */
    private static final AddressRange GLOBAL_V6 = AddressRange.parse("2000::/3");

    private static final List<AddressRange> NOT_PUBLIC_V6 = ranges(
            "2001::/23", // protocol assignments, Teredo among them
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4: any IPv4 address inside
            "2620:4f:8000::/48", // AS112
            "3fff::/20"); // documentation

    /** How an IPv6-only network reaches an IPv4 address, which are the last four bytes. */
    private static final AddressRange NAT64 = AddressRange.parse("64:ff9b::/96");

    private PublicAddresses() {}

    /** Whether a server at this address may be called on behalf of strangers. */
    public static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublicV4(bytes) : isPublicV6(bytes);
    }

    private static boolean isPublicV4(byte[] address) {
        return NOT_PUBLIC_V4.stream().noneMatch(range -> range.contains(address));
    }

    private static boolean isPublicV6(byte[] address) {
        if (NAT64.contains(address)) {
            return isPublicV4(new byte[] {address[12], address[13], address[14], address[15]});
        }
        return GLOBAL_V6.contains(address) && NOT_PUBLIC_V6.stream().noneMatch(range -> range.contains(address));
    }

    private static List<AddressRange> ranges(String... networks) {
        return Stream.of(networks).map(AddressRange::parse).toList();
    }
}
