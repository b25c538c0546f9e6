package io.dramatis.gateway.edge;

import io.dramatis.gateway.limit.SharedBuckets;
import io.dramatis.gateway.limit.SharedBuckets.Taken;
import io.dramatis.gateway.limit.TokenBucket;
import io.dramatis.gateway.shared.SharedUse;
import io.dramatis.kit.address.AddressRange;
import io.vertx.core.Future;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A bucket for each client. Bounded without losing anything: a bucket that is full again is as good as none, and those
 * are the ones that are forgotten.
 */
final class ClientLimits {

    private static final long SWEEP_PAUSE_NANOS = 1_000_000_000L;

    private final int perMinute;
    private final int burst;
    private final int maxClients;
    private final LongSupplier nanoTime;
    private final SharedBuckets shared;
    private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();
    private final TokenBucket newcomers;
    private final AtomicLong nextSweep;

    ClientLimits(int perMinute, int burst, int maxClients, SharedBuckets shared, LongSupplier nanoTime) {
        this.perMinute = perMinute;
        this.burst = burst;
        this.maxClients = maxClients;
        this.shared = shared;
        this.nanoTime = nanoTime;
        this.newcomers = new TokenBucket(perMinute, burst, nanoTime);
        this.nextSweep = new AtomicLong(nanoTime.getAsLong());
    }

    /** Takes a token of the client at this address; answers at once unless other replicas count it, too. */
    Future<Taken> take(String address) {
        String client = client(address);
        return shared.take(SharedUse.CLIENT_LIMITS, client, bucket(client), perMinute, burst);
    }

    private TokenBucket bucket(String client) {
        TokenBucket bucket = buckets.get(client);
        if (bucket != null) {
            return bucket;
        }
        if (buckets.size() >= maxClients && !sweep()) {
            return newcomers;
        }
        return buckets.computeIfAbsent(client, absent -> new TokenBucket(perMinute, burst, nanoTime));
    }

    int size() {
        return buckets.size();
    }

    private boolean sweep() {
        long now = nanoTime.getAsLong();
        long due = nextSweep.get();
        if (now - due >= 0 && nextSweep.compareAndSet(due, now + SWEEP_PAUSE_NANOS)) {
            buckets.values().removeIf(TokenBucket::isFull);
        }
        return buckets.size() < maxClients;
    }

    /** A household or a host has a whole IPv6 network of 64 bits to draw addresses from. */
    private static String client(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        byte[] bytes = AddressRange.bytes(address);
        if (bytes == null || bytes.length != 16) {
            return address;
        }
        StringBuilder network = new StringBuilder(20);
        for (int i = 0; i < 8; i++) {
            network.append(Character.forDigit(bytes[i] >> 4 & 0xF, 16)).append(Character.forDigit(bytes[i] & 0xF, 16));
        }
        return network.append("/64").toString();
    }
}
