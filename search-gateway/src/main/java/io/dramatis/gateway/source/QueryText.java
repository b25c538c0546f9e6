package io.dramatis.gateway.source;

import io.dramatis.kit.error.Violation;
import java.util.List;

/** What a person typed into a search box. */
public final class QueryText {

    /** The longest text that is looked for, in characters. */
    public static final int MAX_LENGTH = 200;

    private QueryText() {}

    /**
     * Trimmed, with single spaces, without what cannot be seen.
     *
     * @param violations where what is wrong with it is added
     */
    public static String parse(String q, List<Violation> violations) {
        String text = q == null ? "" : tidy(q.strip());
        int length = text.codePointCount(0, text.length());
        if (length < 1 || length > MAX_LENGTH) {
            violations.add(new Violation("q", "must hold 1 to " + MAX_LENGTH + " characters"));
        }
        if (text.codePoints().anyMatch(QueryText::isNoText)) {
            violations.add(new Violation("q", "must not contain control characters"));
        }
        return text;
    }

    /**
     * Direction marks and the like come along when text is copied, and no source finds anything with them. Joiners stay,
     * as emoji and Indic scripts are spelled with them.
     */
    private static String tidy(String q) {
        StringBuilder text = new StringBuilder(q.length());
        int c;
        for (int i = 0; i < q.length(); i += Character.charCount(c)) {
            c = q.codePointAt(i);
            if (!Character.isSpaceChar(c)) {
                if (Character.getType(c) != Character.FORMAT || isJoiner(c) || isTag(c)) {
                    text.appendCodePoint(c);
                }
            } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            }
        }
        return text.toString().strip();
    }

    private static boolean isJoiner(int c) {
        return c == 0x200C || c == 0x200D;
    }

    /** The flags of Scotland and Wales are spelled with these. */
    private static boolean isTag(int c) {
        return c >= 0xE0020 && c <= 0xE007F;
    }

    /** Characters younger than this JVM are text, too; those that will never be any are not. */
    private static boolean isNoText(int c) {
        boolean noncharacter = (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
        return Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE || noncharacter;
    }
}
