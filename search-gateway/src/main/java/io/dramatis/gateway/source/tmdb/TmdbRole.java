package io.dramatis.gateway.source.tmdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A character as TMDB's credits write one. The field is free text: {@code "Yubaba / Zeniba (voice)"} are two characters,
 * {@code "Self - Guest"} is none, and it may be empty or missing.
 *
 * @param name without remarks
 * @param performance {@code voice}, {@code uncredited} and the like, or null
 * @param aliases the name without its nickname, and the nickname alone
 */
record TmdbRole(String name, String performance, List<String> aliases) {

    private static final Pattern BETWEEN = Pattern.compile("\\s+/\\s+");
    private static final Pattern REMARK = Pattern.compile(
            "(?i)\\s*\\(([^()]{0,60}\\b(?:voice|uncredited|credit only|archive|singing|dubbing|segment)\\b[^()]{0,60})\\)");
    private static final Pattern SELF =
            Pattern.compile("(?i)(?:self|himself|herself|themselves|themself)(?:\\s*[-–—(,:].*)?");
    private static final Pattern NOBODY = Pattern.compile("(?i)(?:additional|various) (?:voices?|characters|roles)");
    /** An apostrophe is a quotation mark only where a word begins. */
    private static final Pattern NICKNAME =
            Pattern.compile("(?<=^|\\s)['\"‘“]([\\p{L}\\p{M}][\\p{L}\\p{M}\\p{N} .-]{0,39})['\"’”](?=\\s|$)");

    /** Longer ones are descriptions. */
    private static final int MAX_LENGTH = 120;

    TmdbRole {
        aliases = List.copyOf(aliases);
    }

    /** The characters in a field, perhaps none. */
    static List<TmdbRole> parse(String character) {
        List<TmdbRole> roles = new ArrayList<>();
        if (character == null || isSelf(character)) {
            return roles;
        }
        // A remark stands once, at the end, and is meant for all.
        String shared = remark(character);
        for (String part : BETWEEN.split(character)) {
            String name = REMARK.matcher(part).replaceAll("").strip();
            if (!name.isEmpty()
                    && name.length() <= MAX_LENGTH
                    && name.codePoints().anyMatch(Character::isLetterOrDigit)
                    && !isSelf(name)
                    && !NOBODY.matcher(name).matches()) {
                roles.add(new TmdbRole(name, shared, aliases(name)));
            }
        }
        return roles;
    }

    /** Whether somebody appears as who they are. */
    static boolean isSelf(String character) {
        return character != null && SELF.matcher(character.strip()).matches();
    }

    boolean isVoice() {
        return performance != null && performance.contains("voice");
    }

    private static String remark(String character) {
        Matcher remark = REMARK.matcher(character);
        String all = null;
        while (remark.find()) {
            String one = remark.group(1).strip().toLowerCase(Locale.ROOT);
            all = all == null ? one : all.contains(one) ? all : all + ", " + one;
        }
        return all;
    }

    private static List<String> aliases(String name) {
        Matcher nickname = NICKNAME.matcher(name);
        if (!nickname.find()) {
            return List.of();
        }
        String formal = (name.substring(0, nickname.start()) + name.substring(nickname.end()))
                .replaceAll("\\s+", " ")
                .strip();
        return formal.isEmpty() ? List.of(nickname.group(1)) : List.of(formal, nickname.group(1));
    }
}
