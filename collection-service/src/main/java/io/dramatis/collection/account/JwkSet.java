package io.dramatis.collection.account;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** RFC 7517, section 5; public members only. */
@Schema(requiredProperties = "keys")
public record JwkSet(List<Map<String, Object>> keys) {}
