package io.dramatis.gateway.search;

import io.dramatis.gateway.source.SearchCategory;
import io.dramatis.gateway.source.SourceQuery;
import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.Violation;
import io.dramatis.kit.validation.WireValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A valid search. Parameters are read here rather than by the framework, which answers a limit of "ten" with 404. */
record SearchRequest(SourceQuery query, int limit) {

    static final int MAX_TEXT = 200;
    static final int MAX_LIMIT = 100;
    static final int DEFAULT_LIMIT = 20;

    /** @throws DomainException naming everything that is wrong with the three */
    static SearchRequest parse(String q, String category, String limit) {
        List<Violation> violations = new ArrayList<>();
        String text = text(q, violations);
        Optional<SearchCategory> parsed = category == null || category.isBlank()
                ? Optional.of(SearchCategory.ALL)
                : WireValues.parse(SearchCategory.class, category);
        if (parsed.isEmpty()) {
            violations.add(new Violation(
                    "category", "must be one of: " + String.join(", ", WireValues.all(SearchCategory.class))));
        }
        int number = limit(limit, violations);
        if (!violations.isEmpty()) {
            throw DomainException.invalid(violations);
        }
        return new SearchRequest(new SourceQuery(text, parsed.orElseThrow()), number);
    }

    private static String text(String q, List<Violation> violations) {
        String text = q == null ? "" : tidy(q.strip());
        int length = text.codePointCount(0, text.length());
        if (length < 1 || length > MAX_TEXT) {
            violations.add(new Violation("q", "must hold 1 to " + MAX_TEXT + " characters"));
        }
        if (text.codePoints().anyMatch(SearchRequest::isNoText)) {
            violations.add(new Violation("q", "must not contain control characters"));
        } else if (length > 0 && text.codePoints().noneMatch(SearchRequest::canBeFound)) {
            violations.add(new Violation("q", "must contain a letter, a digit or a symbol"));
        }
        return text;
    }

    /**
     * With single spaces, and without what cannot be seen: direction marks and the like come along when text is copied,
     * and no source finds anything with them. Joiners stay, as emoji and Indic scripts are spelled with them.
     */
    private static String tidy(String q) {
        StringBuilder text = new StringBuilder(Math.min(q.length(), 2 * MAX_TEXT));
        q.codePoints().forEach(c -> {
            boolean space = Character.isSpaceChar(c);
            if (space && (text.isEmpty() || text.charAt(text.length() - 1) != ' ')) {
                text.append(' ');
            } else if (!space && (Character.getType(c) != Character.FORMAT || isJoiner(c) || isTag(c))) {
                text.appendCodePoint(c);
            }
        });
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

    /** Sources refuse a query of nothing but punctuation, or take it for an operator of theirs. */
    private static boolean canBeFound(int c) {
        return switch (Character.getType(c)) {
            case Character.OTHER_SYMBOL, Character.LETTER_NUMBER, Character.OTHER_NUMBER, Character.UNASSIGNED -> true;
            default -> Character.isLetterOrDigit(c);
        };
    }

    private static int limit(String limit, List<Violation> violations) {
        if (limit == null || limit.isBlank()) {
            return DEFAULT_LIMIT;
        }
        String digits = limit.strip();
        if (digits.matches("[0-9]{1,3}")) {
            int number = Integer.parseInt(digits);
            if (number >= 1 && number <= MAX_LIMIT) {
                return number;
            }
        }
        violations.add(new Violation("limit", "must be a number from 1 to " + MAX_LIMIT));
        return DEFAULT_LIMIT;
    }
}
