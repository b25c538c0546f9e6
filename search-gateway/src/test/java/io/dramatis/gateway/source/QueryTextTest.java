package io.dramatis.gateway.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.dramatis.kit.error.Violation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTextTest {

    private final List<Violation> violations = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                " Naruto  Uzumaki ",
                "Naruto\u3000Uzumaki",
                "Naruto\u00A0Uzumaki",
                "Naruto \u2028 Uzumaki",
                "\u202ENaruto\u202C Uzumaki",
                "\u2067Naruto\u2069 Uzumaki\u200F",
                "Na\u200Bruto Uzu\u00ADmaki\uFEFF"
            })
    void leavesNothingInvisibleBehind(String q) {
        assertThat(QueryText.parse(q, violations)).isEqualTo("Naruto Uzumaki");
        assertThat(violations).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "👩\u200D👧",
                "क्\u200Dष",
                "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F",
                "\uD83E\uDEEA"
            })
    void keepsWhatTextIsSpelledWith(String q) {
        assertThat(QueryText.parse(q, violations)).isEqualTo(q);
        assertThat(violations).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u202E", "\u200B\u00AD", "a\u0000", "a\u0085b", "\uFFFE", "\uFDD0", "a\uDC00"})
    void refusesWhatIsNoText(String q) {
        QueryText.parse(q, violations);

        assertThat(violations).extracting(Violation::field).containsOnly("q");
    }

    @Test
    void refusesMoreThanTwoHundredCharacters() {
        QueryText.parse("🦉".repeat(200), violations);
        assertThat(violations).isEmpty();

        QueryText.parse("x".repeat(1_000), violations);
        assertThat(violations).hasSize(1);
    }
}
