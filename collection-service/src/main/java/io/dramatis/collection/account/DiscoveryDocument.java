package io.dramatis.collection.account;

import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** OpenID Connect Discovery 1.0, section 3, as far as it applies: there are access tokens only, and no browser flow. */
@Schema(
        requiredProperties = {
            "issuer",
            "jwks_uri",
            "token_endpoint",
            "grant_types_supported",
            "response_types_supported",
            "subject_types_supported",
            "token_endpoint_auth_methods_supported",
            "id_token_signing_alg_values_supported",
            "claims_supported"
        })
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
