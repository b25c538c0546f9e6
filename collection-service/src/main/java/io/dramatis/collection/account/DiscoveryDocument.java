package io.dramatis.collection.account;

import java.net.URI;
import java.util.List;

/** OpenID Connect Discovery 1.0, section 3, as far as it applies: there are access tokens only, and no browser flow. */
public record DiscoveryDocument(
        String issuer,
        String jwksUri,
        String tokenEndpoint,
        List<String> grantTypesSupported,
        List<String> responseTypesSupported,
        List<String> subjectTypesSupported,
        List<String> tokenEndpointAuthMethodsSupported,
        List<String> idTokenSigningAlgValuesSupported,
        List<String> claimsSupported) {

    static DiscoveryDocument of(String issuer, URI publicUrl) {
        String base = publicUrl.toString().replaceFirst("/+$", "");
        return new DiscoveryDocument(
                issuer,
                base + "/.well-known/jwks.json",
                base + "/api/auth/token",
                List.of("password", "refresh_token"),
                List.of(),
                List.of("public"),
                List.of("none"),
                List.of("ES256"),
                List.of("iss", "aud", "sub", "groups", "jti", "iat", "exp"));
    }
}
