package io.dramatis.gateway.source.wikimedia;

import static org.assertj.core.api.Assertions.assertThat;

import io.dramatis.gateway.source.CharacterKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Fictional detective created by Arthur Conan Doyle | CHARACTER",
                "Title character of Bram Stoker's 1897 novel Dracula | CHARACTER",
                "Fictional creature in Dungeons & Dragons | CREATURE",
                "Creature of Greek mythology | CREATURE",
                "legendary creature | CREATURE",
                "Legendary king of Britain | CHARACTER",
                "fictional pirate in Treasure Island | CHARACTER",
                "Indian actor (born 1965) | PERSON",
                "Русский писатель (1828–1910) | PERSON",
                "персонаж романа «Война и мир» | CHARACTER",
                "персонаж славянской мифологии | CHARACTER",
                "भारतीय अभिनेता (जन्म 1965) | PERSON",
                "शोले का एक पात्र | CHARACTER",
                "NARUTO -ナルト-の登場人物 | CHARACTER",
                "日本の漫画家 | PERSON",
                "شخصية خيالية | CHARACTER",
                "Protagonist of the Alien film series | CHARACTER",
                "'' | CHARACTER",
            })
    void tellsWhatAPageIsAbout(String description, CharacterKind kind) {
        assertThat(Subject.kind(description)).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2001 Japanese animated film by Hayao Miyazaki",
                "Japanese manga series by Masashi Kishimoto",
                "2018 video game",
                "Topics referred to by the same term",
                "Wikimedia disambiguation page",
                "male given name",
                "city in Tokushima Prefecture, Japan",
                "Species of bird",
                "Fictional spacecraft in Alien",
                "роман Льва Толстого",
                "岸本斉史による漫画作品",
                "फ़िल्म (1975)",
                "رواية من تأليف ليو تولستوي"
            })
    void knowsOtherThingsFromCharacters(String description) {
        assertThat(Subject.kind(description)).isNull();
    }

    @Test
    void tellsWhoIsSurelyOfFiction() {
        assertThat(Subject.surelyFictional("fictional vampire")).isTrue();
        assertThat(Subject.surelyFictional("Dungeons & Dragons creature")).isTrue();
        assertThat(Subject.surelyFictional("heroine of the revolution")).isFalse();
        assertThat(Subject.surelyFictional("")).isFalse();
        assertThat(Subject.surelyFictional("Russian writer")).isFalse();
    }
}
