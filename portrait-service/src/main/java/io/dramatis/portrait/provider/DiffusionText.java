package io.dramatis.portrait.provider;

import java.util.regex.Pattern;

/**
 * Text for the prompt language of Stable Diffusion's front ends, in which brackets weigh words, angle brackets load
 * files and braces choose at random. People's own words mean none of that.
 */
public final class DiffusionText {

    private static final Pattern OPENING = Pattern.compile("[\\[{<]");
    private static final Pattern CLOSING = Pattern.compile("[]}>]");

    private DiffusionText() {}

    /** The same words without any of the language's signs; parentheses stay, escaped. */
    public static String literal(String prompt) {
        String plain = prompt.replace('\\', ' ').replace('|', ' ');
        plain = OPENING.matcher(plain).replaceAll(" (");
        plain = CLOSING.matcher(plain).replaceAll(") ");
        return plain.replace("(", "\\(")
                .replace(")", "\\)")
                .replaceAll(" {2,}", " ")
                .strip();
    }
}
