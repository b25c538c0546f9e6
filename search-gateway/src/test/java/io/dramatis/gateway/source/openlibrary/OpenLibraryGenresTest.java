package io.dramatis.gateway.source.openlibrary;

import static org.assertj.core.api.Assertions.assertThat;

import io.dramatis.gateway.source.Genre;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenLibraryGenresTest {

    @Test
    void takesTheGenreThatMostSubjectsName() {
        assertThat(OpenLibraryGenres.of(List.of(
                        "Detective and mystery stories",
                        "Fiction, mystery & detective, general",
                        "Love stories",
                        "London (England)")))
                .isEqualTo(Genre.MYSTERY);
        assertThat(OpenLibraryGenres.of(List.of("Wizards", "Magic", "Schools", "Juvenile fiction")))
                .isEqualTo(Genre.FANTASY);
        assertThat(OpenLibraryGenres.of(List.of("Science fiction", "Dune (Imaginary place)")))
                .isEqualTo(Genre.SCIFI);
        assertThat(OpenLibraryGenres.of(List.of("Whaling", "Sea stories"))).isEqualTo(Genre.ADVENTURE);
        assertThat(OpenLibraryGenres.of(List.of("War stories", "Historical fiction", "Fiction, historical, general")))
                .isEqualTo(Genre.DRAMA);
        assertThat(OpenLibraryGenres.of(List.of("Courtship", "Sisters"))).isEqualTo(Genre.ROMANCE);
    }

    @Test
    void knowsUnknownSubjectsFromNone() {
        assertThat(OpenLibraryGenres.of(List.of("Protected DAISY", "Accessible book")))
                .isEqualTo(Genre.OTHER);
        assertThat(OpenLibraryGenres.of(List.of())).isNull();
    }
}
