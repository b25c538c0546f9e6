package io.dramatis.gateway.shared;

import java.util.Locale;

/** What the shared store is asked for; what then goes without it is counted by this. */
public enum SharedUse {
    SOURCE_BUDGETS("dramatis:budget:"),
    CLIENT_LIMITS("dramatis:client:"),
    ANSWERS("dramatis:answer:");

    private final String prefix;

    SharedUse(String prefix) {
        this.prefix = prefix;
    }

    String key(String name) {
        return prefix + name;
    }

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
