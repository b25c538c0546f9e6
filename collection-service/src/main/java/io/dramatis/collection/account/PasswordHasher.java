package io.dramatis.collection.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) in the PHC string format, {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. Slow on purpose: call
 * it on {@link PasswordWorkers} only.
 */
final class PasswordHasher {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})\\$([A-Za-z0-9+/]{11,86})\\$"
                    + "([A-Za-z0-9+/]{16,86})");
    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();

    private final Cost cost;
    private final SecureRandom random;
    private final String nobodysHash;

    PasswordHasher(Cost cost, SecureRandom random) {
        this.cost = cost;
        this.random = random;
        this.nobodysHash = cost.encode(bytes(SALT_BYTES), bytes(HASH_BYTES));
    }

    String hash(String password) {
        byte[] salt = bytes(SALT_BYTES);
        return cost.encode(salt, derive(password, cost, salt, HASH_BYTES));
    }

    /** @throws IllegalArgumentException where {@code phc} is no string of {@link #hash} */
    boolean matches(String password, String phc) {
        Matcher stored = parse(phc);
        byte[] expected = Base64.getDecoder().decode(stored.group(5));
        byte[] salt = Base64.getDecoder().decode(stored.group(4));
        return MessageDigest.isEqual(expected, derive(password, costOf(stored), salt, expected.length));
    }

    /** Whether the hash was made at another cost than today's. */
    boolean isOutdated(String phc) {
        return !costOf(parse(phc)).equals(cost);
    }

    /** A hash that no password has: checking it costs a stranger what a wrong password costs an account. */
    String nobodysHash() {
        return nobodysHash;
    }

    private static Matcher parse(String phc) {
        Matcher matcher = PHC.matcher(phc);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not an Argon2id PHC string");
        }
        return matcher;
    }

    private static Cost costOf(Matcher stored) {
        return new Cost(
                Integer.parseInt(stored.group(1)),
                Integer.parseInt(stored.group(2)),
                Integer.parseInt(stored.group(3)));
    }

    private static byte[] derive(String password, Cost cost, byte[] salt, int length) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.iterations())
                .withParallelism(cost.parallelism())
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        // The same password typed on another keyboard may come in another Unicode form.
        argon2.generateBytes(
                Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** What one guess costs: memory in KiB, passes over it, lanes. */
    record Cost(int memoryKib, int iterations, int parallelism) {

        private String encode(byte[] salt, byte[] hash) {
            return "$argon2id$v=19$m=" + memoryKib + ",t=" + iterations + ",p=" + parallelism + "$"
                    + ENCODER.encodeToString(salt) + "$" + ENCODER.encodeToString(hash);
        }
    }
}
