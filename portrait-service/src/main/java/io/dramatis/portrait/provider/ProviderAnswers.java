package io.dramatis.portrait.provider;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dramatis.kit.image.PictureFormat;
import io.dramatis.kit.outside.OutsideAnswer;
import io.dramatis.kit.outside.OutsideException;
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
        requireJson(answer);
        return requireObject(lenient(answer));
    }

    /**
     * The object of a good answer, with the pictures in it as bytes: as text, each would take ten times its size while it
     * is read. What is not plain Base64 remains text.
     *
     * @param pictures name of the members that are pictures, or lists of them
     * @see #content
     */
    public static JsonNode object(OutsideAnswer answer, String pictures) {
        requireJson(answer);
        try (JsonParser parser = JSON.createParser(answer.body().getBytes())) {
            parser.nextToken();
            return requireObject(read(parser, pictures, false));
        } catch (IOException | IllegalArgumentException notPlain) {
            return requireObject(lenient(answer));
        }
    }

    private static void requireJson(OutsideAnswer answer) {
        if (answer.status() != 200) {
            throw failure(answer, Instant.now());
        }
        if (!answer.isJson()) {
            throw ProviderException.failed("content type " + answer.mediaType());
        }
    }

    private static JsonNode requireObject(JsonNode body) {
        if (!body.isObject()) {
            throw ProviderException.failed("the body is no JSON object");
        }
        return body;
    }

    /** The parser bounds the depth. */
    private static JsonNode read(JsonParser parser, String pictures, boolean picture) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            ObjectNode object = JSON.createObjectNode();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                object.set(name, read(parser, pictures, name.equals(pictures)));
            }
            return object;
        }
        if (token == JsonToken.START_ARRAY) {
            ArrayNode array = JSON.createArrayNode();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                array.add(read(parser, pictures, picture));
            }
            return array;
        }
        if (picture && token == JsonToken.VALUE_STRING) {
            return BinaryNode.valueOf(parser.getBinaryValue(Base64Variants.MIME));
        }
        JsonNode other = token == null ? null : JSON.readTree(parser);
        return other == null ? MissingNode.getInstance() : other;
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

    /** The picture of a member as {@link #object(OutsideAnswer, String)} has it; null where there is none. */
    public static byte[] content(JsonNode member) {
        try {
            if (member.isBinary()) {
                return member.binaryValue().length == 0 ? null : picture(member.binaryValue());
            }
        } catch (IOException e) {
            throw ProviderException.failed("unreadable picture", e);
        }
        String text = member.textValue();
        return text == null || text.isBlank() ? null : base64(text);
    }

    /** The bytes, if they begin as a picture does that the JDK reads. */
    public static byte[] picture(byte[] bytes) {
        if (PictureFormat.of(bytes).isEmpty()) {
            throw ProviderException.failed("answered something that is neither PNG nor JPEG nor GIF");
        }
        return bytes;
    }
}
