package io.dramatis.kit.address;

import io.netty.util.NetUtil;
import java.util.Arrays;

/** One address or a network in CIDR notation. */
public record AddressRange(byte[] network, int prefixLength) {

    /** @throws IllegalArgumentException for anything but a literal address with an optional prefix length */
    public static AddressRange parse(String text) {
        String[] parts = text.strip().split("/", 2);
        byte[] network = bytes(parts[0]);
        if (network == null) {
            throw new IllegalArgumentException("not an address: " + text);
        }
        int length = network.length * 8;
        if (parts.length == 2) {
            try {
                length = Integer.parseInt(parts[1]);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("not a prefix length: " + text, e);
            }
        }
        if (length < 0 || length > network.length * 8) {
            throw new IllegalArgumentException("not a prefix length: " + text);
        }
        return new AddressRange(network, length);
    }

    public boolean contains(String address) {
        return contains(bytes(address));
    }

    boolean contains(byte[] candidate) {
        if (candidate == null || candidate.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < prefixLength; bit += 8) {
            int mask = 0xFF << Math.max(0, 8 - (prefixLength - bit));
            if (((candidate[bit / 8] ^ network[bit / 8]) & mask & 0xFF) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Null where the text is no literal address; never resolves a name. An IPv4 address mapped to IPv6 is IPv4. */
    public static byte[] bytes(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null || bytes.length != 16) {
            return bytes;
        }
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return bytes;
            }
        }
        boolean mapped = bytes[10] == (byte) 0xFF && bytes[11] == (byte) 0xFF;
        return mapped ? Arrays.copyOfRange(bytes, 12, 16) : bytes;
    }
}
