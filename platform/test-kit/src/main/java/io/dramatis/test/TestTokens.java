package io.dramatis.test;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;

/** Access tokens as the collection service issues them, and forged ones, signed with a key made for this JVM. */
public final class TestTokens {

    public static final String ISSUER = "https://dramatis.local";
    public static final String AUDIENCE = "dramatis";

    private static final String KID = "test-key";
    private static final String PRIVATE = "dramatis.test.private-key";
    private static final String PUBLIC = "dramatis.test.public-key";

    private TestTokens() {}

    public static String user(UUID accountId) {
        return sign(claims(accountId).groups("user"), KID, privateKey());
    }

    public static String admin(UUID accountId) {
        return sign(claims(accountId).groups(Set.of("user", "admin")), KID, privateKey());
    }

    /** Tokens that every service must refuse with 401, by what is wrong with them. */
    public static Map<String, String> forgeries(UUID accountId) {
        PrivateKey ours = privateKey();
        KeyPair theirs = newKeyPair();
        String valid = user(accountId);
        String[] parts = valid.split("\\.");
        Instant now = Instant.now();
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("no signature algorithm", encode("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + parts[1] + ".");
        forged.put("algorithm none in capitals", encode("{\"alg\":\"NONE\"}") + "." + parts[1] + "." + parts[2]);
        forged.put("stripped signature", parts[0] + "." + parts[1] + ".");
        forged.put("missing signature part", parts[0] + "." + parts[1]);
        forged.put("signature of another token", parts[0] + "." + claimsOf(accountId, "admin") + "." + parts[2]);
        forged.put("all-zero signature", parts[0] + "." + parts[1] + "." + zeros());
        forged.put("HS256 with the public key", hmacWithPublicKey(accountId));
        forged.put("another key under our kid", sign(claims(accountId).groups("user"), KID, theirs.getPrivate()));
        forged.put("unknown kid", sign(claims(accountId).groups("user"), "unknown", theirs.getPrivate()));
        forged.put("traversal kid", sign(claims(accountId).groups("user"), "../../etc/passwd", theirs.getPrivate()));
        forged.put("embedded jwk", embedded("jwk", Map.of("kty", "EC", "crv", "P-256"), accountId, theirs));
        forged.put("jku of the attacker", embedded("jku", "http://127.0.0.1:9/jwks.json", accountId, theirs));
        forged.put("x5u of the attacker", embedded("x5u", "http://127.0.0.1:9/cert.pem", accountId, theirs));
        forged.put("expired", sign(claims(accountId).groups("user").expiresAt(now.minusSeconds(120)), KID, ours));
        forged.put(
                "without expiry",
                sign(
                        Jwt.claims()
                                .issuer(ISSUER)
                                .audience(AUDIENCE)
                                .subject(accountId.toString())
                                .expiresAt(Instant.EPOCH),
                        KID,
                        ours));
        forged.put("wrong issuer", sign(claims(accountId).groups("user").issuer("https://evil.example"), KID, ours));
        forged.put("wrong audience", sign(claims(accountId).groups("user").audience("other"), KID, ours));
        forged.put("not a token", "not-a-token");
        forged.put("empty parts", "..");
        forged.put("a kilobyte of letters", "a".repeat(1024));
        return forged;
    }

    /** The pair that signs these tokens, as a private JWK: for the service that is to be their issuer. */
    public static String signingKey() {
        ECPublicKey key = (ECPublicKey) publicKey();
        return """
                {"kty":"EC","crv":"P-256","kid":"%s","x":"%s","y":"%s","d":"%s"}""".formatted(
                        KID,
                        coordinate(key.getW().getAffineX()),
                        coordinate(key.getW().getAffineY()),
                        coordinate(((ECPrivateKey) privateKey()).getS()));
    }

    /** The issuer's key document. */
    static String jwks() {
        ECPublicKey key = (ECPublicKey) publicKey();
        return """
                {"keys":[{"kty":"EC","crv":"P-256","use":"sig","alg":"ES256","kid":"%s","x":"%s","y":"%s"}]}""".formatted(
                KID, coordinate(key.getW().getAffineX()), coordinate(key.getW().getAffineY()));
    }

    private static JwtClaimsBuilder claims(UUID accountId) {
        return Jwt.claims()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(accountId.toString())
                .issuedAt(Instant.now())
                .expiresIn(Duration.ofMinutes(15))
                .claim("jti", UUID.randomUUID().toString());
    }

    private static String sign(JwtClaimsBuilder claims, String kid, PrivateKey key) {
        return claims.jws().algorithm(SignatureAlgorithm.ES256).keyId(kid).sign(key);
    }

    private static String embedded(String header, Object value, UUID accountId, KeyPair theirs) {
        return claims(accountId)
                .groups("user")
                .jws()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId(KID)
                .header(header, value)
                .sign(theirs.getPrivate());
    }

    private static String hmacWithPublicKey(UUID accountId) {
        return claims(accountId)
                .groups("user")
                .jws()
                .algorithm(SignatureAlgorithm.HS256)
                .keyId(KID)
                .sign(new SecretKeySpec(publicKey().getEncoded(), "HmacSHA256"));
    }

    private static String claimsOf(UUID accountId, String group) {
        return encode("{\"iss\":\"%s\",\"aud\":\"%s\",\"sub\":\"%s\",\"groups\":[\"%s\"],\"exp\":%d}"
                .formatted(ISSUER, AUDIENCE, accountId, group, Instant.now().getEpochSecond() + 900));
    }

    private static String zeros() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]);
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(bytes.length, 32);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
    }

    // The key lives in system properties because tests and test resources are loaded by different class loaders.

    private static PrivateKey privateKey() {
        try {
            ensureKey();
            return KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(System.getProperty(PRIVATE))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublicKey publicKey() {
        try {
            ensureKey();
            return KeyFactory.getInstance("EC")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(System.getProperty(PUBLIC))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void ensureKey() {
        synchronized (System.getProperties()) {
            if (System.getProperty(PRIVATE) == null) {
                KeyPair pair = newKeyPair();
                System.setProperty(
                        PUBLIC,
                        Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
                System.setProperty(
                        PRIVATE,
                        Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
            }
        }
    }

    private static KeyPair newKeyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
