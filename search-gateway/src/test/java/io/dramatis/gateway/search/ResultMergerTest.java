package io.dramatis.gateway.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.dramatis.gateway.source.CharacterKind;
import io.dramatis.gateway.source.ExternalCharacter;
import io.dramatis.gateway.source.FoundCharacter;
import io.dramatis.gateway.source.SourceAnswer;
import io.dramatis.gateway.source.SourceReport;
import io.dramatis.gateway.source.SourceStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultMergerTest {

    @Test
    void putsTheBetterMatchFirstWhateverTheSource() {
        List<ExternalCharacter> merged = ResultMerger.merge(
                "naruto",
                List.of(
                        answer("a", named("1", "Sasuke", "Naruto"), named("2", "Naruto Uzumaki", "Naruto")),
                        answer("b", named("3", "Naruto", null), named("4", "Menma Naruto", null))),
                10);

        assertThat(merged).extracting(ExternalCharacter::externalId).containsExactly("3", "2", "4", "1");
        assertThat(merged).extracting(ExternalCharacter::score).isSortedAccordingTo((x, y) -> Double.compare(y, x));
    }

    @Test
    void comparesWithoutCaseAndAccentsInAnyScript() {
        assertThat(best("sørensen", "Sorensen", "SØRENSEN")).isEqualTo("SØRENSEN");
        assertThat(best("pokemon", "Digimon", "Pokémon")).isEqualTo("Pokémon");
        assertThat(best("лев толстой", "Лев", "ЛЕВ ТОЛСТОЙ")).isEqualTo("ЛЕВ ТОЛСТОЙ");
        assertThat(best("शाहरुख़", "शहर", "शाहरुख़ ख़ान")).isEqualTo("शाहरुख़ ख़ान");
    }

    @Test
    void findsAliasesAndNamesInEitherOrder() {
        FoundCharacter kira = FoundCharacter.of("a", "1", "Light", CharacterKind.CHARACTER)
                .alias("Kira")
                .build();

        assertThat(ResultMerger.merge("kira", List.of(answer("a", named("2", "Kirara", null), kira)), 5))
                .extracting(ExternalCharacter::externalId)
                .containsExactly("1", "2");
        assertThat(best("monkey luffy", "Monkey King", "Luffy Monkey D.")).isEqualTo("Luffy Monkey D.");
    }

    @Test
    void givesASourcesResultOnceAndNoMoreThanTheLimit() {
        List<SourceAnswer<FoundCharacter>> answers = List.of(
                answer("a", named("1", "X", null), named("1", "X", null), named("2", "X", null)),
                answer("b", named("1", "X", null)));

        assertThat(ResultMerger.merge("x", answers, 10)).hasSize(3);
        assertThat(ResultMerger.merge("x", answers, 2)).hasSize(2);
        assertThat(ResultMerger.merge("x", List.of(), 2)).isEmpty();
    }

    @Test
    void survivesAQueryOfPunctuation() {
        assertThat(ResultMerger.merge("?!", List.of(answer("a", named("1", "X", "Y"))), 5))
                .hasSize(1);
    }

    private static String best(String query, String... names) {
        FoundCharacter[] items = new FoundCharacter[names.length];
        for (int i = 0; i < names.length; i++) {
            items[i] = named(String.valueOf(i), names[i], null);
        }
        return ResultMerger.merge(query, List.of(answer("a", items)), 1).get(0).name();
    }

    private static FoundCharacter named(String id, String name, String title) {
        return FoundCharacter.of("a", id, name, CharacterKind.CHARACTER)
                .universe(title)
                .build();
    }

    private static SourceAnswer<FoundCharacter> answer(String source, FoundCharacter... items) {
        return new SourceAnswer<>(
                List.of(items), new SourceReport(source, SourceStatus.OK, items.length, 1, null, null));
    }
}
