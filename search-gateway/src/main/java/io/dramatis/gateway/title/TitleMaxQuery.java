package io.dramatis.gateway.title;

import io.dramatis.gateway.source.TitleType;
import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A valid question for one title's length, by text or by id.
 *
 * @param text null where an id is given
 * @param type null for all of them
 * @param anilistId null where a text is given
 */
record TitleMaxQuery(String text, TitleType type, String anilistId) {

    private static final Pattern DIGITS = Pattern.compile("0*([1-9][0-9]{0,9})");

    /** @throws DomainException naming everything that is wrong */
    static TitleMaxQuery parse(String q, String type, String anilistId) {
        List<Violation> violations = new ArrayList<>();
        TitleMaxQuery query;
        if (anilistId != null && !anilistId.isBlank()) {
            query = new TitleMaxQuery(null, TitleQuery.type(type, violations), id(anilistId.strip(), violations));
        } else if (q == null || q.isBlank()) {
            TitleQuery.type(type, violations);
            violations.add(0, new Violation("q", "is needed where no anilist_id is given"));
            query = null;
        } else {
            TitleQuery asked = TitleQuery.parse(q, type, violations);
            query = new TitleMaxQuery(asked.text(), asked.type(), null);
        }
        if (!violations.isEmpty()) {
            throw DomainException.invalid(violations);
        }
        return query;
    }

    private static String id(String anilistId, List<Violation> violations) {
        Matcher digits = DIGITS.matcher(anilistId);
        if (digits.matches() && Long.parseLong(digits.group(1)) <= Integer.MAX_VALUE) {
            return digits.group(1);
        }
        violations.add(new Violation("anilist_id", "must be a whole number from 1 to " + Integer.MAX_VALUE));
        return null;
    }
}
