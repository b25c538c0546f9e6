package io.dramatis.gateway.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GenreTest {

    @Test
    void takesTheFirstNameThatHasACounterpart() {
        assertThat(Genre.of(List.of("Ecchi", "Sci-Fi", "Drama"))).isEqualTo(Genre.SCIFI);
        assertThat(Genre.of(List.of("Slice of Life"))).isEqualTo(Genre.SLICE_OF_LIFE);
        assertThat(Genre.of(List.of("Mahou Shoujo"))).isEqualTo(Genre.FANTASY);
    }

    @Test
    void isOtherForUnknownNamesAndNothingForNone() {
        assertThat(Genre.of(List.of("Music"))).isEqualTo(Genre.OTHER);
        assertThat(Genre.of(List.of())).isNull();
    }
}
