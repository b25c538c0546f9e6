package io.dramatis.portrait.prompt;

/**
 * Makes text of strangers fit for a prompt: one line, nothing invisible, no longer than it may be. What it says is not
 * judged; that is the providers' moderation's business.
 */
public final class PromptCleaner {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private PromptCleaner() {}

    /**
     * Control characters and line breaks become spaces, runs of spaces one; characters that show nothing (directions,
     * tags, half surrogate pairs) go. Null stays null.
     *
     * @param maxLength in UTF-16 units; no pair is cut in two
     */
    public static String clean(String text, int maxLength) {
        if (text == null) {
            return null;
        }
        StringBuilder clean = new StringBuilder(Math.min(text.length(), maxLength));
        boolean gap = false;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            if (isSpace(codePoint)) {
                gap = !clean.isEmpty();
            } else if (isVisible(codePoint)) {
                int needed = Character.charCount(codePoint) + (gap ? 1 : 0);
                if (clean.length() + needed > maxLength) {
                    break;
                }
                if (gap) {
                    clean.append(' ');
                    gap = false;
                }
                clean.appendCodePoint(codePoint);
            }
        }
        return clean.toString();
    }

    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint);
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
            // Scripts of India and Iran, and emoji, are written with these two.
            case Character.FORMAT -> codePoint == ZERO_WIDTH_JOINER || codePoint == ZERO_WIDTH_NON_JOINER;
            default -> true;
        };
    }
}
