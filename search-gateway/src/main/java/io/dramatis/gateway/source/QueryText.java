package io.dramatis.gateway.source;

import io.dramatis.kit.error.Violation;
import java.util.List;

/** What a person typed into a search box. */
public final class QueryText {

    /** The longest text that is looked for, in characters. */
    public static final int MAX_LENGTH = 200;

    private QueryText() {}

    /**
     * Trimmed, with single spaces.
     *
     * @param violations where what is wrong with it is added
     */
    public static String parse(String q, List<Violation> violations) {
        String text = q == null ? "" : q.strip();
        int length = text.codePointCount(0, text.length());
        if (length < 1 || length > MAX_LENGTH) {
            violations.add(new Violation("q", "must hold 1 to " + MAX_LENGTH + " characters"));
        }
        boolean plain = text.codePoints()
                .noneMatch(c -> Character.isISOControl(c)
                        || Character.getType(c) == Character.SURROGATE
                        || Character.getType(c) == Character.UNASSIGNED);
        if (!plain) {
            violations.add(new Violation("q", "must not contain control characters"));
        }
        return text.replaceAll("\\s+", " ");
    }
}
