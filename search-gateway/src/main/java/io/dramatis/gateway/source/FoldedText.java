package io.dramatis.gateway.source;

import java.text.Normalizer;

/**
 * Text as it is compared: words with single spaces, without what people leave out or type in several ways – case,
 * width, accents and vowel points, the Indic nukta, the kind of kana. What distinguishes words stays: vowel signs,
 * voicing marks, long vowels.
 */
public final class FoldedText {

    private static final int FIRST_MARK = 0x300;
    /** Below are the points and accents of alphabets; above, marks are mostly vowels. */
    private static final int FIRST_VOWEL_SIGN = 0x700;

    private static final int BREVE = 0x306;
    private static final int TATWEEL = 0x640;
    private static final int KANA_SHIFT = 'ァ' - 'ぁ';

    private FoldedText() {}

    public static String of(String text) {
        boolean ascii = isAscii(text);
        String letters = ascii ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(letters.length() + 2);
        boolean gap = false;
        int c;
        for (int i = 0; i < letters.length(); i += Character.charCount(c)) {
            c = letters.codePointAt(i);
            if (c < 0x80 ? isAsciiWord(c) : isWord(c)) {
                if (isLostMark(c, folded)) {
                    continue;
                }
                if (gap && !folded.isEmpty()) {
                    folded.append(' ');
                }
                gap = false;
                append(c, folded);
            } else if (c < 0x80 || !isInvisible(c)) {
                gap = true;
            }
        }
        return ascii ? folded.toString() : Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    private static void append(int c, StringBuilder folded) {
        if (c >= 'A' && c <= 'Z') {
            folded.append((char) (c + 32));
        } else if (c < 0x80) {
            folded.append((char) c);
        } else {
            appendLetter(c, folded);
        }
    }

    private static void appendLetter(int c, StringBuilder folded) {
        int lower = Character.toLowerCase(c);
        String letters = inseparable(lower);
        if (letters != null) {
            folded.append(letters);
        } else if (lower >= 'ァ' && lower <= 'ヶ' || lower == 'ヽ' || lower == 'ヾ') {
            folded.append((char) (lower - KANA_SHIFT));
        } else if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
            folded.append((char) ('0' + Character.digit(c, 10)));
        } else {
            folded.appendCodePoint(lower);
        }
    }

    /** What stands for a letter that Unicode does not take apart; null for all others. */
    private static String inseparable(int letter) {
        return switch (letter) {
            case 'ß' -> "ss";
            case 'æ' -> "ae";
            case 'œ' -> "oe";
            case 'ø' -> "o";
            case 'đ', 'ð' -> "d";
            case 'þ' -> "th";
            case 'ł' -> "l";
            case 'ħ' -> "h";
            case 'ı' -> "i";
            case 'ŋ' -> "n";
            case 'ς' -> "σ";
            default -> null;
        };
    }

    private static boolean isLostMark(int c, StringBuilder folded) {
        if (c < FIRST_MARK || Character.getType(c) != Character.NON_SPACING_MARK) {
            return c == TATWEEL;
        }
        if (c == BREVE && !folded.isEmpty()) {
            // й and ў are letters of their own, unlike ё, which is mostly written е.
            char base = folded.charAt(folded.length() - 1);
            return base != 'и' && base != 'у';
        }
        return c < FIRST_VOWEL_SIGN || isNukta(c) || c >= 0x1AB0 && c < 0x2000 || c >= 0x20D0 && c < 0x2100;
    }

    /** Of the scripts from Devanagari to Odia, which stand at the same place in blocks of 128. */
    private static boolean isNukta(int c) {
        return c >= 0x900 && c < 0xB80 && (c & 0x7F) == 0x3C;
    }

    private static boolean isAsciiWord(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private static boolean isWord(int c) {
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> !isVariationSelector(c);
            default -> false;
        };
    }

    /** Direction marks, joiners and their like stand inside words and part none. */
    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT || isVariationSelector(c);
    }

    private static boolean isVariationSelector(int c) {
        return c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
