package io.dramatis.portrait.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Sitters as they are kept with their pictures. */
@ApplicationScoped
public class Sitters {

    private static final Logger LOG = Logger.getLogger(Sitters.class);

    private final ObjectMapper json;

    Sitters(ObjectMapper json) {
        this.json = json;
    }

    public String write(Sitter sitter) {
        try {
            return json.writeValueAsString(sitter);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a sitter is always serialisable", e);
        }
    }

    /**
     * Null for null, and also where a later version wrote it in a way that this one does not know: the picture itself
     * remains.
     */
    public Sitter read(String stored) {
        try {
            return stored == null ? null : json.readValue(stored, Sitter.class);
        } catch (JsonProcessingException unknown) {
            LOG.warnf("a sitter cannot be read reason=%s", unknown.getOriginalMessage());
            return null;
        }
    }
}
