package io.dramatis.gateway.search;

import io.dramatis.gateway.source.QueryText;
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

    static final int MAX_LIMIT = 100;
    static final int DEFAULT_LIMIT = 20;

    /** @throws DomainException naming everything that is wrong with the three */
    static SearchRequest parse(String q, String category, String limit) {
        List<Violation> violations = new ArrayList<>();
        String text = QueryText.parse(q, violations);
        if (violations.isEmpty() && text.codePoints().noneMatch(SearchRequest::canBeFound)) {
            violations.add(new Violation("q", "must contain a letter, a digit or a symbol"));
        }
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

    /** Sources refuse a query of nothing but punctuation, or take it for an operator of theirs. */
    private static boolean canBeFound(int c) {
        return switch (Character.getType(c)) {
            case Character.OTHER_SYMBOL, Character.LETTER_NUMBER, Character.OTHER_NUMBER, Character.UNASSIGNED -> true;
            default -> Character.isLetterOrDigit(c);
        };
    }
}
