package io.dramatis.gateway.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.dramatis.gateway.source.CharacterKind;
import io.dramatis.gateway.source.FoundCharacter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelevanceTest {

    @Test
    void ordersTheKindsOfMatch() {
        FoundCharacter exact = character("Naruto", null);
        FoundCharacter alias = builder("Menma Uzumaki", null).alias("Naruto").build();
        FoundCharacter prefix = character("Naruto Uzumaki", null);
        FoundCharacter word = character("Menma Naruto", null);
        FoundCharacter title = character("Sasuke Uchiha", "Naruto");
        FoundCharacter halfWord = character("Narutomaki Roll", null);
        FoundCharacter typo = character("Nartuo", null);
        FoundCharacter inTitle = character("Guy", "The Road to Naruto");
        FoundCharacter mentioned =
                builder("Junko", null).attribute("known_for", "Naruto; Pokémon").build();
        assertThat(match(
                        "shahrukh khan",
                        builder("Raj", null)
                                .attribute("played_by", "Kajol, Shah Rukh Khan")
                                .build()))
                .isEqualTo(match("naruto", mentioned));
        FoundCharacter nothing = character("Sherlock Holmes", "A Study in Scarlet");

        assertThat(matches("naruto", exact, alias, prefix, word, title, halfWord, typo, inTitle, mentioned, nothing))
                .isSortedAccordingTo((one, other) -> Double.compare(other, one))
                .doesNotHaveDuplicates();
    }

    @Test
    void neverLetsPictureRankOrAgreementOutweighTheKindOfMatch() {
        FoundCharacter[] all = {
            character("Naruto", null),
            builder("X", null).alias("Naruto").build(),
            builder("Z", "Naruto").alias("Q").build(),
            character("Y", null)
        };
        List<Double> matches = matches("naruto", all);

        for (int i = 1; i < all.length; i++) {
            double worst = Relevance.score(matches.get(i - 1), CharacterKind.CHARACTER, false, 1, 500);
            double best = Relevance.score(matches.get(i), CharacterKind.CHARACTER, true, 7, 0);
            assertThat(worst).isGreaterThan(best);
        }
        assertThat(Relevance.score(match("naruto", all[0]), CharacterKind.CHARACTER, true, 7, 0))
                .isEqualTo(1.0);
        assertThat(Relevance.score(match("naruto", all[3]), CharacterKind.PERSON, false, 1, 500))
                .isPositive();
    }

    @Test
    void likesPicturesAgreementAndTheSourcesOwnOrder() {
        double plain = Relevance.score(0.8, CharacterKind.CHARACTER, false, 1, 5);

        assertThat(Relevance.score(0.8, CharacterKind.CHARACTER, true, 1, 5)).isGreaterThan(plain);
        assertThat(Relevance.score(0.8, CharacterKind.CHARACTER, false, 2, 5)).isGreaterThan(plain);
        assertThat(Relevance.score(0.8, CharacterKind.CHARACTER, false, 1, 4)).isGreaterThan(plain);
    }

    @Test
    void putsPersonsBehindUnlessTheyAreMeant() {
        FoundCharacter actor = FoundCharacter.of("a", "1", "Naruto Yamada", CharacterKind.PERSON)
                .build();

        assertThat(score("naruto", actor)).isLessThan(score("naruto", character("Naruto Uzumaki", null)));
        assertThat(score("naruto yamada", actor)).isEqualTo(score("naruto yamada", character("Naruto Yamada", null)));
        assertThat(score("yamada naruto", actor)).isEqualTo(score("yamada naruto", character("Naruto Yamada", null)));
    }

    @Test
    void doesNotFindPersonsByTheTitleOfTheirWork() {
        FoundCharacter author = FoundCharacter.of("a", "1", "Kentaro Miura", CharacterKind.PERSON)
                .universe("Berserk")
                .build();

        assertThat(match("berserk", author)).isLessThan(match("berserk", character("Pippin", "Berserk the Prototype")));
    }

    @ParameterizedTest
    @CsvSource({
        // one spelling against another
        "sherlockholmes, Sherlock Holmes",
        "SHERLOCK HOLMES, Sherlock Holmes",
        "holmes sherlock, Sherlock Holmes",
        "mr sherlock holmes, Sherlock Holmes",
        "uzumaki naruto, Naruto Uzumaki",
        "うずまき ナルト, Naruto Uzumaki",
        "Naruto-kun, Naruto",
        "gojou satoru, Satoru Gojo",
        "al'thor rand, Rand al Thor",
        "Лев Толстой, Lev Tolstoy",
        "лев толстои, Лев Толстой",
        "शाहरुख खान, शाहरुख़ ख़ान",
        "shahrukh khan, शाहरुख़ ख़ान",
        "Shahrukh Khan, Shah Rukh Khan",
    })
    void takesFormsOfANameForTheName(String query, String name) {
        assertThat(match(query, character(name, null))).isGreaterThan(0.95);
    }

    @ParameterizedTest
    @CsvSource({
        "naurto, Naruto Uzumaki, Boruto Uzumaki",
        "sherlok holms, Sherlock Holmes, Mycroft Holmes",
        "Шерлок Холмс, Sherlock Holmes, Mycroft Holmes",
        "Лев Толстой, Leo Tolstoy, Alexei Tolstoy",
        "tolstoy lev, Leo Tolstoy, Tatyana Tolstaya",
        "शाहरुख, Shah Rukh Khan, Salman Khan",
        "J. Watson, John Watson, Mary Watson",
        "owlbaer, Owlbear, Polar Bear",
        "gandlaf, Gandalf, Gollum",
        "kapoor, कपूर, ठाकुर",
    })
    void forgivesMistakesAndTransliterations(String query, String meant, String other) {
        assertThat(match(query, character(meant, null)))
                .isGreaterThan(0.5)
                .isGreaterThan(match(query, character(other, null)));
    }

    @Test
    void forgivesNothingInShortNames() {
        assertThat(match("L", character("K", null))).isEqualTo(match("L", character("Zoro", null)));
        assertThat(match("Rei", character("Kei", null))).isEqualTo(match("Rei", character("Zoro", null)));
    }

    @Test
    void readsANameWithItsWork() {
        FoundCharacter guts = character("Guts", "Berserk");
        FoundCharacter otherGuts = character("Guts", "Overwatch");
        FoundCharacter casca = character("Casca", "Berserk");

        assertThat(match("guts berserk", guts)).isGreaterThan(match("guts berserk", otherGuts));
        assertThat(match("guts berserk", guts)).isGreaterThan(match("guts berserk", casca));
        assertThat(match("guts from berserk", guts)).isEqualTo(match("guts berserk", guts));
        assertThat(match("hermione harry potter", character("Hermione Granger", "Harry Potter")))
                .isGreaterThan(match("hermione harry potter", character("Harry Potter", "Harry Potter")));
    }

    @ParameterizedTest
    @CsvSource({"berserk", "BERSERK", "The Berserk", "Berserk (manga)", "ベルセルク"})
    void givesTheCastOfAWorkBeforeNamesThatOnlyLookLikeIt(String query) {
        FoundCharacter guts = builder("Guts", "Berserk").universeAlias("ベルセルク").build();
        FoundCharacter berserker = character("Berserker", "Dungeons & Dragons");

        assertThat(match(query, guts)).isGreaterThan(match(query, berserker));
        assertThat(match("naruto", character("Sasuke", "Naruto: Shippuden")))
                .isLessThan(match("naruto", character("Sasuke", "Naruto")))
                .isGreaterThan(match("naruto", character("Naru Kotoishi", "Barakamon")));
    }

    @Test
    void findsWordsWhereTheScriptHasNoSpaces() {
        assertThat(match("ナルト", character("うずまきナルト", null))).isGreaterThan(match("ナルト", character("うちはサスケ", null)));
        assertThat(match("うずまき", character("うずまきナルト", null))).isGreaterThan(match("ナルト", character("うずまきナルト", null)));
    }

    @ParameterizedTest
    @CsvSource({"?!", "🦉", "·"})
    void hasNoOpinionOnAQueryWithoutWords(String query) {
        assertThat(match(query, character("Naruto", "Naruto"))).isEqualTo(match(query, character("Guts", null)));
    }

    @Test
    void survivesWhateverSourcesSend() {
        FoundCharacter hostile = builder("?!", "...")
                .aliases(List.of("ь", "🦉", " ", "a".repeat(10_000), "ー", "x ".repeat(500)))
                .universeAlias(":")
                .attribute("a", "?")
                .build();

        assertThat(match("naruto ь", hostile)).isBetween(0.0, 1.0);
        assertThat(match("ь", hostile)).isBetween(0.0, 1.0);
        assertThat(match("a".repeat(200), hostile)).isBetween(0.0, 1.0);
    }

    private static List<Double> matches(String query, FoundCharacter... all) {
        List<Double> matches = new ArrayList<>();
        for (FoundCharacter one : all) {
            matches.add(match(query, one));
        }
        return matches;
    }

    private static double match(String query, FoundCharacter one) {
        return new Relevance(query).match(new Candidate(one, 0, 0));
    }

    private static double score(String query, FoundCharacter one) {
        return Relevance.score(match(query, one), one.character().kind(), false, 1, 0);
    }

    private static FoundCharacter character(String name, String title) {
        return builder(name, title).build();
    }

    private static FoundCharacter.Builder builder(String name, String title) {
        return FoundCharacter.of("a", "1", name, CharacterKind.CHARACTER).universe(title);
    }
}
