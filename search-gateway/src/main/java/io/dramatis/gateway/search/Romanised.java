package io.dramatis.gateway.search;

/**
 * A word in Latin letters, and in such a way that the usual spellings of one name come out the same: {@code Толстой},
 * {@code Tolstoy} and {@code Tolstoi}; {@code ごじょう}, {@code Gojou} and {@code Gojo}; {@code शाहरुख} and {@code Shahrukh}. Knows Cyrillic, Greek,
 * Devanagari and kana; other scripts stay as they are. For comparing only: nobody should read it.
 */
final class Romanised {

    private static final char FIRST_CYRILLIC = 'а';
    private static final String[] CYRILLIC =
            ("a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch - i - e iu ia "
                            + "e e d g e z i i i l n ch k i u dz")
                    .split(" ");

    private static final char FIRST_GREEK = 'α';
    private static final String[] GREEK = "a v g d e z i th i k l m n ks o p r s s t i f ch ps o".split(" ");

    private static final char FIRST_KANA = 'ぁ';
    private static final String[] KANA =
            ("a a i i u u e e o o ka ga ki gi ku gu ke ge ko go sa za shi ji su zu se ze so "
                            + "zo ta da chi ji - tsu zu te de to do na ni nu ne no ha ba pa hi bi pi fu bu pu he be pe ho bo "
                            + "po ma mi mu me mo ya ya yu yu yo yo ra ri ru re ro wa wa i e o n vu ka ke")
                    .split(" ");

    private static final char FIRST_INDIC_VOWEL = 'अ';
    private static final String[] INDIC_VOWELS = "a a i i u u ri li e e e ai o o o au".split(" ");
    private static final char FIRST_INDIC_CONSONANT = 'क';
    private static final String[] INDIC_CONSONANTS =
            ("k kh g gh n ch chh j jh n t th d dh n t th d dh n n p ph b bh m y r " + "r l l l v sh sh s h").split(" ");
    private static final char FIRST_INDIC_SIGN = 'ा';
    private static final String[] INDIC_SIGNS = "a i i u u ri ri e e e ai o o o au".split(" ");
    private static final char VIRAMA = '्';
    private static final char ANUSVARA = 'ं';
    private static final char CANDRABINDU = 'ँ';

    private Romanised() {}

    /** @param word as folded */
    static String of(String word) {
        StringBuilder latin = null;
        int length = word.length();
        for (int i = 0; i < length; i++) {
            char c = word.charAt(i);
            if (c >= 0x370 && latin == null) {
                latin = new StringBuilder(length * 2).append(word, 0, i);
            }
            if (latin == null) {
                continue;
            }
            if (isDevanagari(c)) {
                int end = i;
                while (end < length && isDevanagari(word.charAt(end))) {
                    end++;
                }
                new Syllables(word, i, end).writeTo(latin);
                i = end - 1;
            } else {
                appendLetter(c, latin);
            }
        }
        return sameSpelling(latin == null ? word : latin);
    }

    private static void appendLetter(char c, StringBuilder latin) {
        if (c >= FIRST_CYRILLIC && c < FIRST_CYRILLIC + CYRILLIC.length) {
            appendUnlessSilent(CYRILLIC[c - FIRST_CYRILLIC], latin);
        } else if (c == 'ґ') {
            latin.append('g');
        } else if (c >= FIRST_GREEK && c < FIRST_GREEK + GREEK.length) {
            appendGreek(c, latin);
        } else if (c >= FIRST_KANA && c < FIRST_KANA + KANA.length) {
            appendKana(c, latin);
        } else if (c != 'ー' && c != 'ゝ' && c != 'ゞ') {
            latin.append(c);
        }
    }

    private static void appendUnlessSilent(String letters, StringBuilder latin) {
        if (letters.charAt(0) != '-') {
            latin.append(letters);
        }
    }

    private static void appendGreek(char c, StringBuilder latin) {
        char last = last(latin);
        if (c == 'υ' && last == 'o') {
            latin.append('u');
        } else if (c == 'υ' && (last == 'a' || last == 'e')) {
            latin.append('v');
        } else {
            latin.append(GREEK[c - FIRST_GREEK]);
        }
    }

    /** Small kana change the vowel before them: ki + small ya are kya, shi + small ya are sha, fu + small a are fa. */
    private static void appendKana(char c, StringBuilder latin) {
        String letters = KANA[c - FIRST_KANA];
        char vowel = last(latin);
        switch (c) {
            case 'ゃ', 'ゅ', 'ょ' -> {
                if (vowel == 'i') {
                    latin.setLength(latin.length() - 1);
                }
                latin.append(vowel == 'i' && isPalatal(latin) ? letters.substring(1) : letters);
            }
            case 'ぁ', 'ぃ', 'ぅ', 'ぇ', 'ぉ' -> {
                if (isVowel(vowel)) {
                    latin.setLength(latin.length() - 1);
                    if (vowel == 'u' && !isConsonant(last(latin))) {
                        latin.append('w');
                    }
                }
                latin.append(letters);
            }
            default -> appendUnlessSilent(letters, latin);
        }
    }

    private static boolean isPalatal(StringBuilder latin) {
        int length = latin.length();
        char last = last(latin);
        char before = length < 2 ? 0 : latin.charAt(length - 2);
        return last == 'j' || last == 'h' && (before == 's' || before == 'c');
    }

    private static boolean isDevanagari(char c) {
        return c >= 0x900 && c < 0x980;
    }

    /**
     * A word of Devanagari. A consonant without a sign has an inherent a, which is not spoken at the end of a word, nor
     * between a vowel with one consonant and a consonant with a vowel: sha-ha-ru-kha is "shahrukh".
     */
    private static final class Syllables {

        private final String[] consonants;
        private final String[] vowels;
        private final boolean[] inherent;
        private int count;

        Syllables(String word, int from, int to) {
            consonants = new String[to - from];
            vowels = new String[to - from];
            inherent = new boolean[to - from];
            for (int i = from; i < to; i++) {
                read(word.charAt(i));
            }
            leaveSilentOnesOut();
        }

        private void read(char c) {
            if (c >= FIRST_INDIC_CONSONANT && c < FIRST_INDIC_CONSONANT + INDIC_CONSONANTS.length) {
                add(INDIC_CONSONANTS[c - FIRST_INDIC_CONSONANT], "a", true);
            } else if (c >= FIRST_INDIC_VOWEL && c < FIRST_INDIC_VOWEL + INDIC_VOWELS.length) {
                add("", INDIC_VOWELS[c - FIRST_INDIC_VOWEL], false);
            } else if (c == ANUSVARA || c == CANDRABINDU) {
                add("n", "", false);
            } else if (count > 0 && c == VIRAMA) {
                set("");
            } else if (count > 0 && c >= FIRST_INDIC_SIGN && c < FIRST_INDIC_SIGN + INDIC_SIGNS.length) {
                set(INDIC_SIGNS[c - FIRST_INDIC_SIGN]);
            }
        }

        private void add(String consonant, String vowel, boolean isInherent) {
            consonants[count] = consonant;
            vowels[count] = vowel;
            inherent[count++] = isInherent;
        }

        private void set(String vowel) {
            vowels[count - 1] = vowel;
            inherent[count - 1] = false;
        }

        private void leaveSilentOnesOut() {
            for (int i = count - 1; i > 0; i--) {
                boolean last = i == count - 1;
                boolean between =
                        !last && !vowels[i - 1].isEmpty() && !consonants[i + 1].isEmpty() && !vowels[i + 1].isEmpty();
                if (inherent[i] && (last || between)) {
                    vowels[i] = "";
                }
            }
        }

        void writeTo(StringBuilder latin) {
            for (int i = 0; i < count; i++) {
                latin.append(consonants[i]).append(vowels[i]);
            }
        }
    }

    /** Brings spellings of Latin letters together; letters of other scripts pass. */
    private static String sameSpelling(CharSequence latin) {
        int length = latin.length();
        StringBuilder key = new StringBuilder(length + 4);
        for (int i = 0; i < length; i++) {
            char c = latin.charAt(i);
            char next = i + 1 < length ? latin.charAt(i + 1) : 0;
            switch (c) {
                case 'c' -> i += appendC(latin, i, key);
                case 's' -> {
                    boolean german = next == 'c' && i + 2 < length && latin.charAt(i + 2) == 'h';
                    put('s', key);
                    if (german || next == 'h') {
                        key.append('h');
                        i += german ? 2 : 1;
                    }
                }
                case 't' -> {
                    // tch is ch, th is t.
                    if (next != 'c' || i + 2 >= length || latin.charAt(i + 2) != 'h') {
                        put('t', key);
                        i += next == 'h' ? 1 : 0;
                    }
                }
                case 'k' -> {
                    put(next == 'h' ? 'h' : 'k', key);
                    i += next == 'h' ? 1 : 0;
                }
                case 'p' -> {
                    put(next == 'h' ? 'f' : 'p', key);
                    i += next == 'h' ? 1 : 0;
                }
                case 'b', 'd', 'g', 'j' -> {
                    put(c, key);
                    i += next == 'h' ? 1 : 0;
                }
                case 'h' -> {
                    char last = last(key);
                    boolean lengthens = (last == 'o' || last == 'u') && !isVowel(next) && next != 'y';
                    if (!lengthens) {
                        put('h', key);
                    }
                }
                case 'o' -> {
                    put('o', key);
                    i += next == 'u' || next == 'o' ? 1 : 0;
                }
                case 'e' -> {
                    put(next == 'e' ? 'i' : 'e', key);
                    i += next == 'e' ? 1 : 0;
                }
                case 'i', 'y' -> {
                    // Yevgeny is Evgeny, Dostoyevsky is Dostoevsky.
                    if (next != 'e' || !key.isEmpty() && !isVowel(last(key))) {
                        put('i', key);
                    }
                }
                case 'n' -> put(next == 'b' || next == 'p' ? 'm' : 'n', key);
                case 'q' -> put('k', key);
                case 'w' -> put('v', key);
                case 'x' -> {
                    put('k', key);
                    put('s', key);
                }
                default -> put(c, key);
            }
        }
        return key.toString();
    }

    /** @return how many letters after the c are done, too */
    private static int appendC(CharSequence latin, int i, StringBuilder key) {
        int length = latin.length();
        char next = i + 1 < length ? latin.charAt(i + 1) : 0;
        if (next == 'h') {
            key.append("ch");
            return i + 2 < length && latin.charAt(i + 2) == 'h' ? 2 : 1;
        }
        if (next == 'e' || next == 'i' || next == 'y') {
            put('s', key);
        } else if (next != 'c') {
            put('k', key);
        }
        return next == 'k' ? 1 : 0;
    }

    /** Doubled Latin letters count once. */
    private static void put(char c, StringBuilder key) {
        if (c < 'a' || c > 'z' || last(key) != c) {
            key.append(c);
        }
    }

    private static char last(StringBuilder text) {
        return text.isEmpty() ? 0 : text.charAt(text.length() - 1);
    }

    private static boolean isVowel(char c) {
        return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
    }

    private static boolean isConsonant(char c) {
        return c >= 'a' && c <= 'z' && !isVowel(c);
    }
}
