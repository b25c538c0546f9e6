package io.dramatis.collection.account;

import java.util.List;
import java.util.Map;

/** RFC 7517, section 5; public members only. */
public record JwkSet(List<Map<String, Object>> keys) {}
