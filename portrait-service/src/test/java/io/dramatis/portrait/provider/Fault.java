package io.dramatis.portrait.provider;

/** A way for a simulated server to misbehave once. */
public enum Fault {
    RATE_LIMITED_FOR_7_S,
    RATE_LIMITED_UNTIL_A_DATE,
    RATE_LIMITED,
    OVERLOADED_FOR_3_S,
    NO_MONEY_LEFT,
    HTML_502,
    FORBIDDEN,
    TRUNCATED_JSON,
    /** The right status and body under the wrong content type. */
    WRONG_TYPE,
    NO_FIELDS,
    NO_PICTURE,
    /** Never answers. */
    HANGS,
    RESET,
    /** 80 MB. */
    OVERSIZED,
    REDIRECT
}
