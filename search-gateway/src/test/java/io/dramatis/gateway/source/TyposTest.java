package io.dramatis.gateway.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TyposTest {

    @ParameterizedTest
    @CsvSource({
        "naruto, naruto, 0",
        "naruto, narut, 1",
        "naruto, narutoo, 1",
        "naruto, marutto, 2",
        "naruto, nartuo, 1",
        "naruto, anurto, 2",
        "ab, ba, 1",
        "sherlock, sehrlcok, 2",
    })
    void countsMistakesAndSwapsAsOne(String one, String other, int mistakes) {
        assertThat(Typos.between(one, other, 2)).isEqualTo(mistakes);
        assertThat(Typos.between(other, one, 2)).isEqualTo(mistakes);
    }

    @Test
    void looksNoFurtherThanItsBound() {
        assertThat(Typos.between("naruto", "sasuke", 2)).isGreaterThan(2);
        assertThat(Typos.between("naruto", "otuarn", 2)).isGreaterThan(2);
        assertThat(Typos.between("naruto", "narutoxx", 1)).isGreaterThan(1);
        assertThat(Typos.between("x".repeat(5_000), "x".repeat(5_001), 2)).isGreaterThan(2);
        assertThat(Typos.between("cat", "car", 0)).isGreaterThan(0);
    }

    @Test
    void allowsMoreInLongerWords() {
        assertThat(new int[] {Typos.allowed(3), Typos.allowed(4), Typos.allowed(5), Typos.allowed(6)})
                .containsExactly(0, 1, 1, 2);
    }
}
