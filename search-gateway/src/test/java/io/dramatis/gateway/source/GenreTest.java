package io.dramatis.gateway.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenreTest {

    @Test
    void takesWhatMostNamesSpeakOfAndElseTheFirst() {
        assertThat(Genre.of(List.of("Ecchi", "Sci-Fi", "Drama"))).isEqualTo(Genre.SCIFI);
        assertThat(Genre.of(List.of("Adventure", "Drama", "Fantasy", "Supernatural")))
                .isEqualTo(Genre.FANTASY);
    }

    @Test
    void isOtherForUnknownNamesAndNothingForNone() {
        assertThat(Genre.of(List.of("Music"))).isEqualTo(Genre.OTHER);
        assertThat(Genre.of(List.of(""))).isEqualTo(Genre.OTHER);
        assertThat(Genre.of(List.of())).isNull();
        assertThat(Genre.of(Collections.singletonList(null))).isEqualTo(Genre.OTHER);
    }

    @ParameterizedTest
    @CsvSource({
        // AniList's genres and tags
        "Slice of Life, SLICE_OF_LIFE",
        "Mahou Shoujo, FANTASY",
        "Psychological, THRILLER",
        "Mecha, SCIFI",
        "Isekai, FANTASY",
        "Time Manipulation|Time Travel, SCIFI",
        "Volleyball|Shounen, SPORTS",
        // MangaDex' tags
        "Boys' Love, ROMANCE",
        "Post-Apocalyptic, SCIFI",
        "School Life, SLICE_OF_LIFE",
        "Long Strip|Full Color|Martial Arts, ACTION",
        "Oneshot, OTHER",
        // TMDB's names
        "Action & Adventure, ACTION",
        "Sci-Fi & Fantasy, SCIFI",
        "War & Politics, DRAMA",
        // OpenLibrary's subjects
        "Fiction|London (England)|Detective and mystery stories|Private investigators, MYSTERY",
        "Fiction%2C science fiction%2C general|Long Now Manual for Civilization, SCIFI",
        "Love stories|England|Social life and customs|Courtship|Domestic fiction, ROMANCE",
        "Ghost stories|Horror tales|Vampires|Transylvania (Romania), HORROR",
        "Wizards|Magic|Schools|Juvenile fiction, FANTASY",
        // our own
        "slice_of_life, SLICE_OF_LIFE",
        "scifi, SCIFI",
    })
    void knowsTheSourcesVocabularies(String names, Genre genre) {
        assertThat(Genre.of(Arrays.asList(names.replace("%2C", ",").split("\\|"))))
                .isEqualTo(genre);
    }

    @ParameterizedTest
    @CsvSource({
        "fictional detective created by Arthur Conan Doyle, MYSTERY",
        "1982 American science fiction film, SCIFI",
        "Japanese fantasy manga series, FANTASY",
        "Irish Gothic horror novel, HORROR",
        "capital of France, ",
        "'', ",
        ", ",
    })
    void readsDescriptions(String description, Genre genre) {
        assertThat(Genre.inText(description)).isEqualTo(genre);
    }
}
