package io.dramatis.portrait.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dramatis.kit.image.PictureFormat;
import io.dramatis.portrait.outside.OutsideAnswer;
import io.dramatis.portrait.outside.OutsideException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;

/** What the answers of image servers mean, as far as that is the same for all. */
public final class ProviderAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Integer> OPERATOR = Set.of(401, 402, 403, 404, 405);
    private static final Set<Integer> AGAIN = Set.of(408, 409, 425);

    private ProviderAnswers() {}

    /** The object of a good answer. */
    public static JsonNode object(OutsideAnswer answer) {
        if (answer.status() != 200) {
            throw failure(answer, Instant.now());
        }
        if (!answer.isJson()) {
            throw ProviderException.failed("content type " + answer.mediaType());
        }
        JsonNode body = lenient(answer);
        if (!body.isObject()) {
            throw ProviderException.failed("the body is no JSON object");
        }
        return body;
    }

    /** Whatever JSON there is, for reading a failure's reason; missing where there is none. */
    public static JsonNode lenient(OutsideAnswer answer) {
        try {
            JsonNode body = answer.isJson() ? JSON.readTree(answer.body().getBytes()) : null;
            return body == null ? MissingNode.getInstance() : body;
        } catch (JsonProcessingException malformed) {
            return MissingNode.getInstance();
        } catch (IOException e) {
            throw ProviderException.failed("unreadable body", e);
        }
    }

    /**
     * What a status other than 200 means: a key, money or an address that is wrong is the operator's business, too many
     * requests are a matter of time, a server's failure may pass, and what else it does not take it will never take.
     */
    public static RuntimeException failure(OutsideAnswer answer, Instant now) {
        int status = answer.status();
        String message = "status " + status;
        Duration wait = answer.retryAfter(now).orElse(null);
        if (status == 429 || status == 503 && wait != null) {
            return ProviderException.busy(message, wait);
        }
        if (OPERATOR.contains(status)) {
            return ProviderException.misconfigured(message);
        }
        if (status >= 500 || status < 400 || AGAIN.contains(status)) {
            return ProviderException.failed(message, wait);
        }
        return new ImageRefusedException("The image provider does not take this request.");
    }

    /** A failure below HTTP. */
    public static Throwable transport(Throwable failure) {
        if (!(failure instanceof OutsideException outside)) {
            return failure;
        }
        return outside.kind() == OutsideException.Kind.UNREACHABLE
                ? ProviderException.unavailable("cannot be reached: " + outside.getMessage(), outside)
                : ProviderException.failed(outside.getMessage(), outside);
    }

    /** The picture in Base64, with or without a data URL's beginning, with or without line breaks. */
    public static byte[] base64(String text) {
        String plain = text.startsWith("data:") ? text.substring(text.indexOf(',') + 1) : text;
        try {
            return picture(Base64.getMimeDecoder().decode(plain));
        } catch (IllegalArgumentException e) {
            throw ProviderException.failed("answered something that is no Base64", e);
        }
    }

    /** The bytes, if they begin as a picture does that the JDK reads. */
    public static byte[] picture(byte[] bytes) {
        if (PictureFormat.of(bytes).isEmpty()) {
            throw ProviderException.failed("answered something that is neither PNG nor JPEG nor GIF");
        }
        return bytes;
    }
}
