package io.dramatis.gateway.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "__Height:__ 145 cm | Height: 145 cm",
                "__Height__: 145 cm | Height: 145 cm",
                "Do **not** mention it | Do not mention it",
                "He has *always* an excuse | He has always an excuse",
                "(a  _Jinchuuriki_) | (a Jinchuuriki)",
                "the [Nine Tails](https://anilist.co/character/7407)! | the Nine Tails!",
                "snake_case_words and 2*3*4 | snake_case_words and 2*3*4",
                "img220(https://example.org/a.png) Hello | Hello",
                "Loud ~~and wrong~~ | Loud and wrong",
                "# Title | Title",
                "fish &amp; chips<br>and <b>tea</b> | 'fish & chips\nand tea'",
            })
    void bringsAniListMarkdownToPlainText(String markdown, String plain) {
        assertThat(SourceText.fromAniListMarkdown(markdown)).isEqualTo(plain.strip());
    }

    @Test
    void cutsSpoilersOutAndTheLabelsLeftBehind() {
        String markdown = "__Height:__ 190 cm\n__Family:__ ~![Casca](https://x) (wife)!~\n\nA lone swordsman."
                + " ~!He bears\na brand.!~ He fights on.";

        assertThat(SourceText.fromAniListMarkdown(markdown))
                .isEqualTo("Height: 190 cm\n\nA lone swordsman. He fights on.");
    }

    @Test
    void cutsAnUnclosedSpoilerToTheEnd() {
        assertThat(SourceText.fromAniListMarkdown("He wins. ~!By dying")).isEqualTo("He wins.");
    }

    @Test
    void hasNothingToSayWhereAllWasASpoiler() {
        assertThat(SourceText.fromAniListMarkdown("~!everything!~")).isNull();
        assertThat(SourceText.fromAniListMarkdown(null)).isNull();
    }

    @Test
    void dropsScriptsAndKeepsLineBreaksOfHtml() {
        String html = "<p>One<br>two</p><script>alert(1)</script><p>three &lt;four&gt;</p>"
                + "<span class='markdown_spoiler'>he dies</span>";

        assertThat(SourceText.fromHtml(html)).isEqualTo("One\ntwo\nthree <four>");
    }

    @Test
    void dropsControlCharacters() {
        assertThat(SourceText.plain("a\u0000b\u001b[31mc\r\nd")).isEqualTo("ab[31mc\nd");
    }

    @Test
    void cutsLongTextAtAWord() {
        String cut = SourceText.plain("word ".repeat(1000));

        assertThat(cut).hasSizeLessThanOrEqualTo(SourceText.MAX_LENGTH).endsWith("word…");
    }

    @Test
    void cutsNoCharacterInTwo() {
        String cut = SourceText.plain("\uD83D\uDE00".repeat(2000));

        assertThat(cut.codePoints().filter(c -> Character.getType(c) == Character.SURROGATE))
                .isEmpty();
    }

    @Test
    void takesLittleTimeForHostileMarkup() {
        long before = System.nanoTime();

        SourceText.fromAniListMarkdown("__a".repeat(20_000));
        SourceText.fromAniListMarkdown("[".repeat(50_000));

        assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
    }
}
