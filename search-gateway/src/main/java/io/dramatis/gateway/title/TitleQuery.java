package io.dramatis.gateway.title;

import io.dramatis.gateway.source.QueryText;
import io.dramatis.gateway.source.TitleType;
import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.Violation;
import io.dramatis.kit.validation.WireValues;
import java.util.ArrayList;
import java.util.List;

/**
 * A valid question for titles.
 *
 * @param type null for all of them
 */
record TitleQuery(String text, TitleType type) {

    /** @throws DomainException naming everything that is wrong */
    static TitleQuery parse(String q, String type) {
        List<Violation> violations = new ArrayList<>();
        TitleQuery query = parse(q, type, violations);
        if (!violations.isEmpty()) {
            throw DomainException.invalid(violations);
        }
        return query;
    }

    static TitleQuery parse(String q, String type, List<Violation> violations) {
        return new TitleQuery(QueryText.parse(q, violations), type(type, violations));
    }

    static TitleType type(String type, List<Violation> violations) {
        if (type == null || type.isBlank()) {
            return null;
        }
        return WireValues.parse(TitleType.class, type).orElseGet(() -> {
            violations.add(
                    new Violation("type", "must be one of: " + String.join(", ", WireValues.all(TitleType.class))));
            return null;
        });
    }
}
