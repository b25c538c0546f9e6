package io.dramatis.local;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/** Access tokens as the collection service issues them, for tests in which it has no part. By the JDK alone. */
final class AccessTokens {

    private static final int COORDINATE = 32;

    private final KeyPair keys;

    AccessTokens() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The issuer's key document. */
    String keys() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        return """
                {"keys": [{"kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": "stage", "x": "%s", "y": "%s"}]}""".formatted(
                coordinate(key.getW().getAffineX()), coordinate(key.getW().getAffineY()));
    }

    String user(UUID account) {
        long now = Instant.now().getEpochSecond();
        String signed = encode("{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"stage\"}")
                + "."
                + encode("""
                        {"iss":"https://dramatis.local","aud":"dramatis","sub":"%s","groups":["user"],"iat":%d,"exp":%d,"jti":"%s"}""".formatted(account, now, now + 3_600, UUID.randomUUID()));
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[COORDINATE];
        byte[] significant = bytes.length > COORDINATE ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        System.arraycopy(significant, 0, fixed, COORDINATE - significant.length, significant.length);
        return encode(fixed);
    }

    private static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
