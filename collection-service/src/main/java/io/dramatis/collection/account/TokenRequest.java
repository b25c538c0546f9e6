package io.dramatis.collection.account;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The form of RFC 6749, sections 4.3.2 and 6; what a grant does not need is null.
 *
 * @param grantType password or refresh_token
 */
@Schema(name = "TokenRequest")
record TokenRequest(
        @Schema(
                name = "grant_type",
                required = true,
                examples = {"password", "refresh_token"})
        String grantType,

        String username,
        String password,

        @Schema(name = "refresh_token") String refreshToken) {

    /**
     * @param form as of {@code application/x-www-form-urlencoded}, UTF-8
     * @throws GrantRefusedException where it is none, or says something twice
     */
    static TokenRequest parse(String form) {
        Map<String, List<String>> parameters;
        try {
            parameters = new QueryStringDecoder(form == null ? "" : form, StandardCharsets.UTF_8, false).parameters();
        } catch (IllegalArgumentException broken) {
            throw GrantRefusedException.unreadableForm();
        }
        return new TokenRequest(
                single(parameters, "grant_type"),
                single(parameters, "username"),
                single(parameters, "password"),
                single(parameters, "refresh_token"));
    }

    private static String single(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw GrantRefusedException.unreadableForm();
        }
        return values.isEmpty() ? null : values.get(0);
    }

    /** Keeps the secrets out of logs. */
    @Override
    public String toString() {
        return "TokenRequest[" + grantType + "]";
    }
}
