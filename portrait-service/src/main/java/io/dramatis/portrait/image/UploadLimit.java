package io.dramatis.portrait.image;

import io.dramatis.kit.http.BodyLimit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Keeps all bodies but uploads as small as everywhere else: the framework knows one limit for the whole service, which
 * uploads need to be large.
 */
@ApplicationScoped
class UploadLimit implements BodyLimit {

    private static final Pattern UPLOAD = Pattern.compile("/api/characters/[^/]+/upload/?");

    /** What multipart/form-data may put around the file. */
    private static final long AROUND_THE_FILE = 1024 * 1024;

    private final OptionalLong upload;
    private final OptionalLong other;

    UploadLimit(UploadConfig config) {
        this.upload = OptionalLong.of(config.maxFileSize().asLongValue() + AROUND_THE_FILE);
        this.other = OptionalLong.of(config.maxOtherBody().asLongValue());
    }

    @Override
    public OptionalLong of(String path) {
        return UPLOAD.matcher(path).matches() ? upload : other;
    }
}
