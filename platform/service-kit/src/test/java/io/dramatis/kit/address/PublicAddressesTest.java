package io.dramatis.kit.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Unspecified, and this network
                "0.0.0.0",
                "0.1.2.3",
                "0.255.255.255",
                // Private
                "10.0.0.0",
                "10.1.2.3",
                "10.255.255.255",
                "172.16.0.1",
                "172.20.10.2",
                "172.31.255.255",
                "192.168.0.1",
                "192.168.255.255",
                // Shared with the provider
                "100.64.0.1",
                "100.100.100.200",
                "100.127.255.255",
                // Loopback
                "127.0.0.1",
                "127.0.1.1",
                "127.255.255.254",
                // Link-local and metadata
                "169.254.0.1",
                "169.254.169.254",
                "169.254.170.2",
                "168.63.129.16",
                "192.0.0.192",
                // Documentation, benchmarks, relays, other special purposes
                "192.0.0.8",
                "192.0.2.1",
                "198.51.100.7",
                "203.0.113.255",
                "198.18.0.1",
                "198.19.255.255",
                "192.88.99.1",
                "192.31.196.1",
                "192.52.193.1",
                "192.175.48.1",
                // Multicast, reserved, broadcast
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.254",
                "255.255.255.255",
                // Unspecified and loopback, IPv6
                "::",
                "::1",
                // Mapped and compatible
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:169.254.169.254",
                "::ffff:c0a8:1",
                "::127.0.0.1",
                "::10.0.0.1",
                "::ffff:0:10.0.0.1",
                // NAT64
                "64:ff9b::10.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "64:ff9b:1:fffe::10.0.0.1",
                // 6to4 and Teredo
                "2002:7f00:1::",
                "2002:a00:1::1",
                "2002:c0a8:101::1",
                "2002:808:808::1",
                "2001::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                // Unique local, and Amazon's metadata
                "fc00::1",
                "fd00::1",
                "fd00:ec2::254",
                "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                // Link-local and site-local
                "fe80::1",
                "febf::1",
                "fec0::1",
                // Multicast
                "ff01::1",
                "ff02::1",
                "ff0e::1",
                // Documentation, benchmarks, identifiers, discard, segment routing, not given out
                "2001:db8::1",
                "2001:2::1",
                "2001:10::1",
                "2001:20::1",
                "3fff::1",
                "100::1",
                "5f00::1",
                "4000::1",
                "2620:4f:8000::1",
            })
    void knowsWhatIsNotTheInternet(String literal) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(address(literal))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "208.80.154.224",
                "223.255.255.255",
                "::ffff:8.8.8.8",
                "64:ff9b::8.8.8.8",
                "2001:200::1",
                "2606:4700::6810:84e5",
                "2a02:ec80:300:ed1a::2:b",
                "2620:0:861:ed1a::1",
            })
    void knowsTheInternet(String literal) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(address(literal))).isTrue();
    }

    @Test
    void isNotTakenInByAMappedAddressThatStayedOne() throws UnknownHostException {
        byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xFF, (byte) 0xFF, 10, 0, 0, 1};

        assertThat(PublicAddresses.isPublic(Inet6Address.getByAddress(null, mapped, 0)))
                .isFalse();
    }

    private static InetAddress address(String literal) throws UnknownHostException {
        return InetAddress.getByName(literal);
    }
}
