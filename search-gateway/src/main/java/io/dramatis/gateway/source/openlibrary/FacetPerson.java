package io.dramatis.gateway.source.openlibrary;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value of the {@code person} facet: whoever a book is about, as libraries write their headings ("Holmes, Sherlock
 * (Fictitious character)", "Napoleon I, Emperor of the French, 1769-1821") or as readers do ("sherlock holmes").
 *
 * @param name in its usual order
 */
record FacetPerson(String name, Nature nature) {

    /** What the heading says about its person. */
    enum Nature {
        FICTIONAL,
        REAL,
        UNSAID
    }

    private static final int LONGEST_NAME = 80;

    private static final Pattern SUBDIVISION = Pattern.compile("\\s*--.*$");
    private static final Pattern PARENTHESES = Pattern.compile("\\s*\\(([^()]*)\\)");
    private static final Pattern OF_FICTION =
            Pattern.compile("(?i).*\\b(fictit|fictional|legendary|imaginary|mytholog|biblical|character).*");
    private static final Pattern YEAR = Pattern.compile(".*\\d{3,4}.*");
    private static final Pattern DATES =
            Pattern.compile("(?i),\\s*(?:(?:approximately|about|ca\\.?|active|fl\\.?|b\\.|d\\."
                    + "|born|died)\\s+)?\\d{1,4}(?:st|nd|rd|th)?\\b[^,]*$");
    /** "Prince of Denmark" is what somebody is, not a part of the name that stands before it. */
    private static final Pattern OFFICE = Pattern.compile("(?i).*\\b(?:of|the)\\b.*");

    private static final Pattern GENERATION = Pattern.compile("(?i)jr\\.?|sr\\.?|[ivx]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}'’.]+");
    private static final Pattern NUMERAL = Pattern.compile("(?i)[ivx]{1,4}");
    private static final List<String> PARTICLES = List.of("of", "the", "de", "von", "van", "da", "la", "le", "and");

    /** Empty for what is no name. */
    static Optional<FacetPerson> parse(String heading) {
        String rest = SUBDIVISION.matcher(heading).replaceFirst("");
        Nature nature = Nature.UNSAID;
        Matcher parentheses = PARENTHESES.matcher(rest);
        while (parentheses.find()) {
            if (OF_FICTION.matcher(parentheses.group(1)).matches()) {
                nature = Nature.FICTIONAL;
            } else if (nature == Nature.UNSAID
                    && YEAR.matcher(parentheses.group(1)).matches()) {
                nature = Nature.REAL;
            }
        }
        rest = PARENTHESES.matcher(rest).replaceAll("");
        Matcher dates = DATES.matcher(rest);
        if (dates.find()) {
            nature = nature == Nature.FICTIONAL ? nature : Nature.REAL;
            rest = rest.substring(0, dates.start());
        }
        String name = cased(ordered(rest)).strip();
        return name.isEmpty()
                        || name.length() > LONGEST_NAME
                        || name.codePoints().noneMatch(Character::isLetter)
                ? Optional.empty()
                : Optional.of(new FacetPerson(name, nature));
    }

    private static String ordered(String heading) {
        List<String> parts = Arrays.stream(heading.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        if (parts.isEmpty()) {
            return "";
        }
        if (parts.size() == 1 || OFFICE.matcher(parts.get(1)).matches()) {
            return parts.get(0);
        }
        String name = parts.get(1) + " " + parts.get(0);
        return parts.size() > 2 && GENERATION.matcher(parts.get(2)).matches() ? name + " " + parts.get(2) : name;
    }

    /** Names that are shouted or whispered get capitals as names have them. */
    private static String cased(String name) {
        boolean shouted = name.equals(name.toUpperCase(Locale.ROOT));
        boolean whispered = name.equals(name.toLowerCase(Locale.ROOT));
        if (shouted == whispered) {
            return name;
        }
        return WORD.matcher(name).replaceAll(word -> Matcher.quoteReplacement(capitalised(word)));
    }

    private static String capitalised(MatchResult found) {
        String word = found.group().toLowerCase(Locale.ROOT);
        if (found.start() > 0 && PARTICLES.contains(word)) {
            return word;
        }
        if (NUMERAL.matcher(word).matches()) {
            return word.toUpperCase(Locale.ROOT);
        }
        int first = word.offsetByCodePoints(0, 1);
        return word.substring(0, first).toUpperCase(Locale.ROOT) + word.substring(first);
    }
}
