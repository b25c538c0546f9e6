package io.dramatis.kit.outside;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A form with files, RFC 7578, held in memory: what goes in is bounded by its makers. */
public final class Multipart {

    private static final String LINE = "\r\n";

    private final String boundary = "dramatis-" + UUID.randomUUID();
    private final Buffer content = Buffer.buffer();

    public Multipart field(String name, String value) {
        begin(name, null, "text/plain; charset=UTF-8");
        content.appendString(value).appendString(LINE);
        return this;
    }

    public Multipart file(String name, String filename, String mediaType, byte[] bytes) {
        begin(name, filename, mediaType);
        content.appendBytes(bytes).appendString(LINE);
        return this;
    }

    private void begin(String name, String filename, String mediaType) {
        content.appendString("--" + boundary + LINE)
                .appendString("Content-Disposition: form-data; name=\"" + quoted(name) + '"');
        if (filename != null) {
            content.appendString("; filename=\"" + quoted(filename) + '"');
        }
        content.appendString(LINE + "Content-Type: " + mediaType + LINE + LINE);
    }

    /** As browsers do it, WHATWG HTML, "multipart/form-data encoding algorithm". */
    private static String quoted(String text) {
        return text.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    Buffer toBuffer() {
        return content.copy().appendBytes(("--" + boundary + "--" + LINE).getBytes(StandardCharsets.US_ASCII));
    }
}
