package io.dramatis.collection.account;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** A P-256 key pair that signs access tokens by ES256. Its {@code kid} is the RFC 7638 thumbprint unless it has one. */
final class SigningKey {

    private static final String PEM_BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String PEM_END = "-----END PRIVATE KEY-----";
    private static final String PROBLEM = "the signing key must be a P-256 private key as PKCS#8 PEM or JWK";

    private final EllipticCurveJsonWebKey jwk;

    private SigningKey(EllipticCurveJsonWebKey jwk) {
        if (jwk.getPrivateKey() == null || !EllipticCurves.P_256.equals(jwk.getCurveName())) {
            throw new IllegalArgumentException(PROBLEM);
        }
        jwk.setUse("sig");
        jwk.setAlgorithm("ES256");
        if (jwk.getKeyId() == null) {
            jwk.setKeyId(jwk.calculateBase64urlEncodedThumbprint("SHA-256"));
        }
        this.jwk = jwk;
    }

    static SigningKey create() {
        try {
            return new SigningKey(EcJwkGenerator.generateJwk(EllipticCurves.P256));
        } catch (JoseException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    /**
     * @param text PKCS#8 PEM as of {@code openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256}, or a JWK
     * @throws IllegalArgumentException where it is neither; its message does not repeat the text
     */
    static SigningKey parse(String text) {
        String stripped = text.strip();
        try {
            return stripped.startsWith("{") ? new SigningKey(fromJwk(stripped)) : new SigningKey(fromPem(stripped));
        } catch (JoseException | GeneralSecurityException unreadable) {
            throw new IllegalArgumentException(PROBLEM, unreadable);
        }
    }

    String kid() {
        return jwk.getKeyId();
    }

    PrivateKey privateKey() {
        return jwk.getPrivateKey();
    }

    /** What may be published. */
    Map<String, Object> publicJwk() {
        return jwk.toParams(OutputControlLevel.PUBLIC_ONLY);
    }

    /** The whole pair, to be stored. */
    String toPrivateJson() {
        return jwk.toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }

    String toPublicJson() {
        return jwk.toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    /** Keeps the key out of logs. */
    @Override
    public String toString() {
        return "SigningKey[" + kid() + "]";
    }

    private static EllipticCurveJsonWebKey fromJwk(String json) throws JoseException {
        if (PublicJsonWebKey.Factory.newPublicJwk(json) instanceof EllipticCurveJsonWebKey key) {
            return key;
        }
        throw new IllegalArgumentException(PROBLEM);
    }

    private static EllipticCurveJsonWebKey fromPem(String pem) throws GeneralSecurityException {
        if (!pem.startsWith(PEM_BEGIN) || !pem.endsWith(PEM_END)) {
            throw new IllegalArgumentException(PROBLEM);
        }
        byte[] pkcs8 =
                Base64.getMimeDecoder().decode(pem.substring(PEM_BEGIN.length(), pem.length() - PEM_END.length()));
        KeyFactory keys = KeyFactory.getInstance("EC");
        ECPrivateKey privateKey = (ECPrivateKey) keys.generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        EllipticCurveJsonWebKey key = new EllipticCurveJsonWebKey(
                (ECPublicKey) keys.generatePublic(new ECPublicKeySpec(publicPoint(privateKey), EllipticCurves.P256)));
        key.setPrivateKey(privateKey);
        return key;
    }

    /** PKCS#8 may leave the public half out, and the JDK cannot compute it. */
    private static ECPoint publicPoint(ECPrivateKey privateKey) {
        BigInteger order = privateKey.getParams().getOrder();
        if (!order.equals(EllipticCurves.P256.getOrder())) {
            throw new IllegalArgumentException(PROBLEM);
        }
        org.bouncycastle.math.ec.ECPoint point = CustomNamedCurves.getByName("P-256")
                .getG()
                .multiply(privateKey.getS())
                .normalize();
        return new ECPoint(
                point.getAffineXCoord().toBigInteger(), point.getAffineYCoord().toBigInteger());
    }
}
