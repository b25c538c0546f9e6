package io.dramatis.gateway.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkTitleTest {

    @ParameterizedTest
    @CsvSource({
        "The Witcher, Witcher",
        "Berserk (1997 TV series), Berserk",
        "Berserk (manga), BERSERK",
        "Attack on Titan Season 2, Attack on Titan",
        "Attack on Titan 2nd Season, Attack on Titan",
        "Toy Story 2, Toy Story",
        "Rocky IV, Rocky",
        "One Piece: The Movie, One Piece: Movie",
        "Dungeons & Dragons, Dungeons and Dragons",
        "ナルト, Naruto",
        "Пикник, Piknik",
        "Haikyuu!!, Haikyu",
    })
    void isTheSameForAllPartsOfAWork(String one, String other) {
        assertThat(WorkTitle.of(one).full()).isEqualTo(WorkTitle.of(other).full());
    }

    @ParameterizedTest
    @CsvSource({
        "Naruto, Boruto",
        "Naruto, Naruto: Shippuden",
        "300, 200",
        "1984, 1985",
        "The Movie, The Season",
        "Sherlock, Sherlock Holmes",
    })
    void keepsWorksApart(String one, String other) {
        assertThat(WorkTitle.of(one).full())
                .isNotEmpty()
                .isNotEqualTo(WorkTitle.of(other).full());
    }

    @Test
    void knowsWhatStandsBeforeASubtitle() {
        assertThat(WorkTitle.of("Naruto: Shippuden").base())
                .isEqualTo(WorkTitle.of("Naruto").full());
        assertThat(WorkTitle.of("Star Wars – Episode IV").base())
                .isEqualTo(WorkTitle.of("Star Wars").full());
        assertThat(WorkTitle.of("Naruto").base()).isNull();
        assertThat(WorkTitle.of("Re:Zero").base()).isNull();
        assertThat(WorkTitle.of("?!").isEmpty()).isTrue();
    }
}
