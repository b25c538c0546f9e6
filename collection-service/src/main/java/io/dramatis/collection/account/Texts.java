package io.dramatis.collection.account;

/** Text as people send it. */
final class Texts {

    private Texts() {}

    /** Without space around it; null where nothing is left. */
    static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
