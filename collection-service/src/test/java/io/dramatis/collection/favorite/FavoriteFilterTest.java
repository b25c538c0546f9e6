package io.dramatis.collection.favorite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FavoriteFilterTest {

    @Test
    void takesTextLiterally() {
        assertThat(FavoriteFilter.of(null, " 100%_! ").pattern()).contains("%100!%!_!!%");
    }

    @Test
    void readsGenresLeniently() {
        assertThat(FavoriteFilter.of("Slice of-life", null).genre()).contains("slice_of_life");
    }

    @Test
    void isNoFilterWhereThereIsNoText() {
        assertThat(FavoriteFilter.of(" ", "")).isEqualTo(FavoriteFilter.of(null, null));
        assertThat(FavoriteFilter.of(null, null).genre()).isEmpty();
    }
}
