package io.dramatis.collection.account;

import io.dramatis.kit.hash.Sha256;
import io.netty.util.NetUtil;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Who guesses whose password: a user name, whether or not somebody has it, and where the request came from. Hashed, so
 * that neither is kept, and what is kept is short.
 */
record SignInKey(byte[] hash) {

    /** Home networks get a /64 of IPv6: its addresses are one client's. */
    private static final int IPV6_PREFIX_BYTES = 8;

    static SignInKey of(String username, String clientAddress) {
        return new SignInKey(Sha256.of(username.toLowerCase(Locale.ROOT) + '\0' + network(clientAddress)));
    }

    /** Names the lock under which this key's failures are counted. */
    long lock() {
        return ByteBuffer.wrap(hash).getLong();
    }

    private static String network(String address) {
        byte[] bytes = address == null ? null : NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null || bytes.length <= IPV6_PREFIX_BYTES) {
            return String.valueOf(address);
        }
        return HexFormat.of().formatHex(Arrays.copyOf(bytes, IPV6_PREFIX_BYTES));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignInKey key && Arrays.equals(hash, key.hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }

    @Override
    public String toString() {
        return "SignInKey[" + HexFormat.of().formatHex(hash, 0, 4) + "…]";
    }
}
