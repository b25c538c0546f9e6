package io.dramatis.collection.account;

import io.dramatis.kit.hash.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** An opaque 256-bit secret. Only its hash is ever stored, so a copy of the database signs nobody in. */
final class RefreshToken {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final String value;

    private RefreshToken(String value) {
        this.value = value;
    }

    static RefreshToken create(SecureRandom random) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Empty where the text cannot be a token of ours. */
    static Optional<RefreshToken> parse(String text) {
        return text != null && FORM.matcher(text).matches() ? Optional.of(new RefreshToken(text)) : Optional.empty();
    }

    /** For the client, and for nobody else. */
    String value() {
        return value;
    }

    /** SHA-256: a secret of full entropy needs no slow hash. */
    byte[] hash() {
        return Sha256.of(value);
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "RefreshToken[…]";
    }
}
