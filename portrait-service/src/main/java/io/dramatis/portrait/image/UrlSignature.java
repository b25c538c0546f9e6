package io.dramatis.portrait.image;

import io.dramatis.portrait.image.SigningKeys.Keys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What makes a URL of an image good without a token, as its query carries it: the time it is good until, in seconds
 * since 1970, the key's id, and an HMAC-SHA256 over path, size, time and key.
 */
record UrlSignature(String expires, String key, String signature) {

    /** Null where the query has nothing of it; a part of it is one that does not hold. */
    static UrlSignature of(String expires, String key, String signature) {
        return expires == null && key == null && signature == null ? null : new UrlSignature(expires, key, signature);
    }

    static UrlSignature sign(UUID sessionId, String filename, Integer size, Instant expires, Keys keys) {
        String seconds = Long.toString(expires.getEpochSecond());
        byte[] mac = mac(
                sessionId, filename, size, seconds, keys.signing(), keys.byId().get(keys.signing()));
        return new UrlSignature(
                seconds, keys.signing(), Base64.getUrlEncoder().withoutPadding().encodeToString(mac));
    }

    /** The URL with the query that {@link #of} reads. */
    static String url(UUID sessionId, String filename, Integer size, UrlSignature signature) {
        return ImagePaths.url(sessionId, filename) + "?" + (size == null ? "" : "size=" + size + "&") + "expires="
                + signature.expires + "&key=" + signature.key + "&signature=" + signature.signature;
    }

    /** Until when it holds for this image; null where it does not. */
    Instant verify(UUID sessionId, String filename, Integer size, Instant now, Keys keys) {
        SecretKeySpec secret = key == null ? null : keys.byId().get(key);
        if (secret == null || expires == null || signature == null || !expires.matches("[1-9][0-9]{0,11}")) {
            return null;
        }
        byte[] expected = mac(sessionId, filename, size, expires, key, secret);
        Instant end = Instant.ofEpochSecond(Long.parseLong(expires));
        return MessageDigest.isEqual(expected, decoded()) && now.isBefore(end) ? end : null;
    }

    private byte[] decoded() {
        try {
            return Base64.getUrlDecoder().decode(signature);
        } catch (IllegalArgumentException broken) {
            return new byte[0];
        }
    }

    private static byte[] mac(
            UUID sessionId, String filename, Integer size, String expires, String key, SecretKeySpec secret) {
        String signed = String.join(
                "\n", ImagePaths.url(sessionId, filename), size == null ? "" : size.toString(), expires, key);
        try {
            Mac mac = Mac.getInstance(SigningKeys.ALGORITHM);
            mac.init(secret);
            return mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }
}
