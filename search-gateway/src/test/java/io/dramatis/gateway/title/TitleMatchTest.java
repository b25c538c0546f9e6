package io.dramatis.gateway.title;

import static org.assertj.core.api.Assertions.assertThat;

import io.dramatis.gateway.source.ExternalTitle;
import io.dramatis.gateway.source.TitleStatus;
import io.dramatis.gateway.source.TitleType;
import java.util.List;
import org.junit.jupiter.api.Test;

class TitleMatchTest {

    @Test
    void ranksExactNamesThenBeginningsThenWords() {
        List<ExternalTitle> ranked = TitleMatch.ranked(
                "Naruto",
                List.of(
                        named("1", "Road of Naruto").build(),
                        named("2", "The Boy").build(),
                        named("3", "Naruto: Shippuden").build(),
                        named("4", "ナルト").aliases(List.of("NARUTO")).build()));

        assertThat(ranked).extracting(ExternalTitle::externalId).containsExactly("4", "3", "1", "2");
    }

    @Test
    void keepsTheSourcesOrderAmongEquals() {
        List<ExternalTitle> ranked = TitleMatch.ranked(
                "😀", List.of(named("2", "B").build(), named("1", "A").build()));

        assertThat(ranked).extracting(ExternalTitle::externalId).containsExactly("2", "1");
    }

    @Test
    void findsTheBeginningOfAnyWord() {
        List<ExternalTitle> titles = List.of(
                named("1", "Attack on Titan").build(),
                named("2", "The Titanic").build(),
                named("3", "Quartit").build());

        assertThat(TitleMatch.beginning("tit", titles))
                .extracting(ExternalTitle::externalId)
                .containsExactly("1", "2");
    }

    @Test
    void mergesByAniListsId() {
        ExternalTitle aniList = named("30002", "Berserk").anilistId(30002L).build();
        ExternalTitle mangaDex = of("mangadex", "m", "ベルセルク")
                .anilistId(30002L)
                .malId(2L)
                .mangadexId("m")
                .cover("https://covers/m")
                .aliases(List.of("Берсерк"))
                .build();

        assertThat(TitleMatch.merged(List.of(aniList, mangaDex)))
                .singleElement()
                .satisfies(title -> {
                    assertThat(title.source()).isEqualTo("anilist");
                    assertThat(title.title()).isEqualTo("Berserk");
                    assertThat(title.malId()).isEqualTo(2);
                    assertThat(title.mangadexId()).isEqualTo("m");
                    assertThat(title.coverUrl()).isEqualTo("https://covers/m");
                    assertThat(title.aliases()).contains("Берсерк", "ベルセルク");
                });
    }

    @Test
    void mergesByMyAnimeListsId() {
        assertThat(TitleMatch.merged(List.of(
                        named("1", "A").anilistId(1L).malId(7L).build(),
                        of("mangadex", "m", "B").malId(7L).build())))
                .hasSize(1);
    }

    @Test
    void mergesByNameWhereNothingSpeaksAgainstIt() {
        ExternalTitle known = named("1", "Fullmetal Alchemist")
                .anilistId(30025L)
                .format("manga")
                .year(2001)
                .build();

        assertThat(TitleMatch.merged(List.of(
                        known,
                        of("mangadex", "m", "FULLMETAL  ALCHEMIST")
                                .format("manga")
                                .year(2002)
                                .build())))
                .hasSize(1);
        assertThat(TitleMatch.merged(List.of(
                        known,
                        of("mangadex", "m", "Fullmetal Alchemist").year(2015).build())))
                .as("a remake")
                .hasSize(2);
        assertThat(TitleMatch.merged(List.of(
                        known,
                        of("mangadex", "m", "Fullmetal Alchemist")
                                .format("one_shot")
                                .build())))
                .as("another format")
                .hasSize(2);
        assertThat(TitleMatch.merged(List.of(
                        known,
                        of("mangadex", "m", "Fullmetal Alchemist").anilistId(9L).build())))
                .as("another id")
                .hasSize(2);
        assertThat(TitleMatch.merged(List.of(
                        known,
                        ExternalTitle.of("mangadex", "m", TitleType.ANIME)
                                .titles(null, "Fullmetal Alchemist", null)
                                .build())))
                .as("another type")
                .hasSize(2);
    }

    @Test
    void leavesOneSourcesNamesakesApartAndJoinsItsEditions() {
        assertThat(TitleMatch.merged(List.of(
                        named("1", "Hunter x Hunter").anilistId(1L).build(),
                        named("2", "Hunter x Hunter").anilistId(2L).build())))
                .hasSize(2);
        assertThat(TitleMatch.merged(List.of(
                        of("mangadex", "m", "Naruto")
                                .anilistId(30011L)
                                .mangadexId("m")
                                .build(),
                        of("mangadex", "n", "Naruto (Colored)")
                                .anilistId(30011L)
                                .mangadexId("n")
                                .build())))
                .singleElement()
                .extracting(ExternalTitle::mangadexId)
                .isEqualTo("m");
    }

    @Test
    void trustsAniListsIdMoreThanMyAnimeLists() {
        assertThat(TitleMatch.merged(List.of(
                        named("1", "A").anilistId(1L).malId(7L).build(),
                        of("mangadex", "m", "B").anilistId(2L).malId(7L).build())))
                .hasSize(2);
    }

    @Test
    void givesNoLengthToWhatStillRuns() {
        ExternalTitle running =
                named("1", "Vagabond").anilistId(1L).status(TitleStatus.HIATUS).build();
        ExternalTitle elsewhere = of("mangadex", "m", "Vagabond")
                .anilistId(1L)
                .status(TitleStatus.FINISHED)
                .maxProgress(327)
                .released(327)
                .volumes(37)
                .build();

        assertThat(TitleMatch.merged(List.of(running, elsewhere)))
                .singleElement()
                .satisfies(title -> {
                    assertThat(title.status()).isEqualTo(TitleStatus.HIATUS);
                    assertThat(title.maxProgress()).isNull();
                    assertThat(title.volumes()).isNull();
                    assertThat(title.released()).isEqualTo(327);
                });
    }

    private static ExternalTitle.Builder named(String id, String name) {
        return of("anilist", id, name);
    }

    private static ExternalTitle.Builder of(String source, String id, String name) {
        return ExternalTitle.of(source, id, TitleType.MANGA).titles(null, name, null);
    }
}
