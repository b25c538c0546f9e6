package io.dramatis.portrait.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.MultiMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What reached the simulator. */
public record ReceivedRequest(String method, String path, MultiMap query, MultiMap headers, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DISPOSITION =
            Pattern.compile("(?i)Content-Disposition: form-data; name=\"([^\"]*)\"(?:; filename=\"([^\"]*)\")?");
    private static final Pattern TYPE = Pattern.compile("(?i)Content-Type: ([^\r\n;]*)");

    /** One part of a form; {@code filename} is null for a field. */
    public record Part(String name, String filename, String mediaType, byte[] content) {

        public String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isForm() {
        return String.valueOf(headers.get("Content-Type")).startsWith("multipart/form-data");
    }

    /** The parts of a form in their order, taken apart by the letter of RFC 7578. */
    public List<Part> parts() {
        String boundary = headers.get("Content-Type").replaceFirst("(?i).*boundary=", "");
        // One character for each byte, so that positions stay.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        List<Part> parts = new ArrayList<>();
        String[] pieces = text.split(Pattern.quote("--" + boundary), -1);
        if (pieces.length < 2 || !pieces[0].isEmpty() || !pieces[pieces.length - 1].equals("--\r\n")) {
            throw new IllegalStateException("not a form");
        }
        for (int i = 1; i < pieces.length - 1; i++) {
            String piece = pieces[i];
            int end = piece.indexOf("\r\n\r\n");
            if (!piece.startsWith("\r\n") || !piece.endsWith("\r\n") || end < 0) {
                throw new IllegalStateException("not a part");
            }
            String head = piece.substring(2, end);
            Matcher disposition = DISPOSITION.matcher(head);
            Matcher type = TYPE.matcher(head);
            if (!disposition.find()) {
                throw new IllegalStateException("a part without a name");
            }
            parts.add(new Part(
                    disposition.group(1),
                    disposition.group(2),
                    type.find() ? type.group(1) : null,
                    piece.substring(end + 4, piece.length() - 2).getBytes(StandardCharsets.ISO_8859_1)));
        }
        return parts;
    }

    /** A form's field; null where there is none. */
    public String field(String name) {
        return parts().stream()
                .filter(part -> part.name().equals(name))
                .map(Part::text)
                .findFirst()
                .orElse(null);
    }
}
