package io.dramatis.gateway.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldedTextTest {

    @ParameterizedTest
    @CsvSource({
        "NARUTO, naruto",
        "Pokémon, pokemon",
        "SØRENSEN, sorensen",
        "Łódź, lodz",
        "Straße, strasse",
        "Ægir, aegir",
        "İstanbul, istanbul",
        "Ｎａｒｕｔｏ, naruto",
        "𝓝𝓪𝓻𝓾𝓽𝓸, naruto",
        "  Luffy · Monkey-D. , luffy monkey d",
        "Фёдор, федор",
        "ΟΔΥΣΣΕΎΣ, οδυσσευσ",
        "οδυσσεύς, οδυσσευσ",
        "ナルト, なると",
        "ﾅﾙﾄ, なると",
        "モンキー・D・ルフィ, もんきー d るふぃ",
        "ガッツ, がっつ",
        "शाहरुख़ ख़ान, शाहरुख खान",
        "१२३, 123",
        "مُحَمَّد, محمد",
        "שָׁלוֹם, שלום",
        "한글, 한글",
        "½, 1 2",
        "🦉, ''",
        "?!, ''",
        "'', ''",
    })
    void losesWhatPeopleTypeInSeveralWays(String text, String folded) {
        assertThat(FoldedText.of(text)).isEqualTo(folded);
    }

    @Test
    void keepsWhatMakesAnotherWord() {
        assertThat(FoldedText.of("Толстой")).isEqualTo("толстой");
        assertThat(FoldedText.of("ビール")).isNotEqualTo(FoldedText.of("ビル"));
        assertThat(FoldedText.of("が")).isNotEqualTo(FoldedText.of("か"));
        assertThat(FoldedText.of("कि")).isNotEqualTo(FoldedText.of("की"));
    }

    @Test
    void seesThroughInvisibleCharacters() {
        assertThat(FoldedText.of("\u202Ena\u200Bru\u00ADto\uFEFF\u2069")).isEqualTo("naruto");
        assertThat(FoldedText.of("क्\u200Dष")).isEqualTo(FoldedText.of("क्ष"));
        assertThat(FoldedText.of("a\u0301 \u0301 b")).isEqualTo("a b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Naruto Uzumaki", "Ёлка Ёж", "ヴァイオレット", "शाहरुख़ ख़ान", "Ǆ ß İ ς", "한글 ﷺ", "a\u0301\u0301\u0327"
            })
    void isTheSameWhenFoldedTwice(String text) {
        String once = FoldedText.of(text);

        assertThat(FoldedText.of(once)).isEqualTo(once);
    }
}
