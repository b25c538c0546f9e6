package io.dramatis.catalog.character;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeyTest {

    @ParameterizedTest
    @CsvSource({
        "'  Spike   Spiegel ', spike spiegel",
        "SPIKE\u00a0SPIEGEL, spike spiegel",
        "'Spike\u3000\tSpiegel', spike spiegel",
        "Ｓｐｉｋｅ, spike",
        "ﬁona, fiona",
        "Éowyn, éowyn",
        "'E\u0301owyn', éowyn",
    })
    void isTheSameForWhatPeopleTakeForTheSameName(String name, String key) {
        assertThat(NameKey.of(name)).isEqualTo(key);
    }

    @Test
    void doesNotDependOnTheMachinesLanguage() {
        assertThat(NameKey.of("ISTANBUL")).isEqualTo("istanbul");
    }

    @Test
    void fitsAnIndexWhateverTheName() {
        String key = NameKey.of("\ufdfa".repeat(120));

        assertThat(key).hasSizeLessThanOrEqualTo(NameKey.MAX_LENGTH);
        assertThat(key.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(2_000);
    }

    @Test
    void isNeverCutInsideACodePoint() {
        String key = NameKey.of("a" + "\ud83d\ude00".repeat(150));

        assertThat(Character.isHighSurrogate(key.charAt(key.length() - 1))).isFalse();
    }

    @Test
    void keepsNameAndUniverseApart() {
        assertThat(NameKey.search("Spike", "Cowboy Bebop")).isEqualTo("spike\ncowboy bebop");
        assertThat(NameKey.search("Spike", null)).isEqualTo("spike\n");
    }
}
