package io.dramatis.gateway.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.dramatis.gateway.source.FoldedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RomanisedTest {

    @ParameterizedTest
    @CsvSource({
        // Cyrillic
        "Толстой, Tolstoy",
        "Толстой, Tolstoi",
        "Достоевский, Dostoyevsky",
        "Чайковский, Tchaikovsky",
        "Раскольников, Raskolnikov",
        "Евгений, Yevgeny",
        "Юлия, Yulia",
        "Михаил, Mikhail",
        "Ватсон, Watson",
        "Шнайдер, Schnaider",
        "Хрущёв, Khrushchev",
        "Ґонта, Gonta",
        // Greek
        "Οδυσσέας, Odysseas",
        "Ευριπίδης, Evripidis",
        "Παπαδόπουλος, Papadopoulos",
        "Αχιλλέας, Achilleas",
        // Devanagari
        "शाहरुख़, Shahrukh",
        "शाहरूख, Shahrukh",
        "ख़ान, Khan",
        "अमिताभ, Amitabh",
        "बच्चन, Bachchan",
        "राजकुमार, Rajkumar",
        "सलमान, Salman",
        "काजोल, Kajol",
        "मुंबई, Mumbai",
        "हिन्दी, हिंदी",
        "ऐश्वर्या, Aishwarya",
        // kana
        "ナルト, Naruto",
        "サクラ, Sakura",
        "ごじょう, Gojou",
        "ごじょう, Gojo",
        "りゅうじ, Ryuuji",
        "キャプテン, Kyaputen",
        "シャア, Sha",
        "チャド, Chado",
        "ひゃく, Hyaku",
        "ファイ, Fai",
        "ウィン, Win",
        "チェ, Che",
        "ヴィクトル, Vikutoru",
        "マッチ, Matchi",
        "しんぶん, Shimbun",
        "サー, Saa",
        // spellings of Latin letters
        "Ōtani, Ohtani",
        "Otani, Ootani",
        "Gokuu, Goku",
        "Casca, Kaska",
        "Anna, Ana",
        "Phoenix, Foenix",
    })
    void bringsSpellingsOfANameTogether(String one, String other) {
        assertThat(key(one)).isEqualTo(key(other));
    }

    @ParameterizedTest
    @CsvSource({
        "Guts, Gits",
        "Naruto, Boruto",
        "Толстая, Толстой",
        "राम, रोम",
        "さくら, さから",
        "2022, 202",
        "Naruto, 鳴門",
    })
    void keepsNamesApart(String one, String other) {
        assertThat(key(one)).isNotEqualTo(key(other));
    }

    @Test
    void leavesOtherScriptsAlone() {
        assertThat(key("漩渦鳴人")).isEqualTo("漩渦鳴人");
        assertThat(key("奈々")).isEqualTo("奈々");
        assertThat(key("나루토")).isEqualTo("나루토");
        assertThat(key("نارuto")).isEqualTo("نارuto");
    }

    @Test
    void survivesSignsWithoutTheirLetters() {
        assertThat(key("ь")).isEmpty();
        assertThat(key("ゃ")).isEqualTo("ia");
        assertThat(key("ぁー")).isEqualTo("a");
        assertThat(key("ाख")).isNotNull();
        assertThat(key("्")).isEmpty();
    }

    private static String key(String name) {
        return Romanised.of(FoldedText.of(name));
    }
}
