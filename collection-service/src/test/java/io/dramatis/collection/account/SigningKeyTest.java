package io.dramatis.collection.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {

    @Test
    void survivesBeingStored() {
        SigningKey key = SigningKey.create();

        SigningKey stored = SigningKey.parse(key.toPrivateJson());

        assertThat(stored.kid()).isEqualTo(key.kid());
        assertThat(stored.privateKey()).isEqualTo(key.privateKey());
        assertThat(stored.publicJwk()).isEqualTo(key.publicJwk());
    }

    @Test
    void publishesNoPrivatePart() {
        SigningKey key = SigningKey.create();

        assertThat(key.publicJwk()).containsOnlyKeys("kty", "kid", "use", "alg", "crv", "x", "y");
        assertThat(key.toPublicJson()).doesNotContain("\"d\"");
        assertThat(key.toString()).isEqualTo("SigningKey[" + key.kid() + "]");
    }

    @Test
    void findsThePublicHalfOfAPem() throws Exception {
        KeyPair pair = keyPair("EC", "secp256r1");

        SigningKey key = SigningKey.parse(pem(pair));

        SigningKey whole = SigningKey.parse(key.toPrivateJson());
        assertThat(whole.publicJwk()).isEqualTo(key.publicJwk());
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key.privateKey());
        signature.update((byte) 1);
        byte[] signed = signature.sign();
        signature.initVerify(
                PublicJsonWebKey.Factory.newPublicJwk(key.publicJwk()).getPublicKey());
        signature.update((byte) 1);
        assertThat(signature.verify(signed)).isTrue();
    }

    @Test
    void refusesOtherKindsOfKeys() throws Exception {
        assertThatThrownBy(() -> SigningKey.parse(pem(keyPair("EC", "secp384r1"))))
                .isInstanceOf(IllegalArgumentException.class);
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        String rsaPem = pem(rsa.generateKeyPair());
        assertThatThrownBy(() -> SigningKey.parse(rsaPem)).isInstanceOf(IllegalArgumentException.class);
        String publicOnly = SigningKey.create().toPublicJson();
        assertThatThrownBy(() -> SigningKey.parse(publicOnly)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "{}",
                "{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}",
                "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\nc2VjcmV0\n-----END EC PRIVATE KEY-----"
            })
    void refusesWhatIsNoKeyWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> SigningKey.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("P-256")
                .message()
                .doesNotContain("secret", "c2VjcmV0");
    }

    private static KeyPair keyPair(String algorithm, String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    private static String pem(KeyPair pair) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }
}
