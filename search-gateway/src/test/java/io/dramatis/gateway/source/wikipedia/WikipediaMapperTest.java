package io.dramatis.gateway.source.wikipedia;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dramatis.gateway.source.CharacterKind;
import io.dramatis.gateway.source.ExternalCharacter;
import io.dramatis.gateway.source.FoundCharacter;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WikipediaMapperTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Fictional detective created by Arthur Conan Doyle | CHARACTER",
                "Title character of Bram Stoker's 1897 novel Dracula | CHARACTER",
                "Fictional creature in Dungeons & Dragons | CREATURE",
                "Creature of Greek mythology | CREATURE",
                "Indian actor (born 1965) | PERSON",
                "Русский писатель (1828–1910) | PERSON",
                "भारतीय अभिनेता (जन्म 1965) | PERSON",
                "Protagonist of the Alien film series | CHARACTER",
                "'' | CHARACTER",
            })
    void tellsWhatAPageIsAbout(String description, CharacterKind kind) {
        assertThat(WikipediaMapper.kind(description)).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2001 Japanese animated film by Hayao Miyazaki",
                "Japanese manga series by Masashi Kishimoto",
                "2018 video game",
                "Topics referred to by the same term"
            })
    void knowsWorksFromCharacters(String description) {
        assertThat(WikipediaMapper.kind(description)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "Berserk | Fictional character in the Berserk manga series | Berserk",
                "null | Fictional character in the Naruto franchise | Naruto",
                "null | Fictional character in The Witcher | Witcher",
                "null | Fictional character in the 1975 film Sholay | Sholay",
                "null | Fictional character in the Sherlock Holmes stories | Sherlock Holmes",
                "character | Fictional character in the novel Moby-Dick | Moby-Dick",
                "null | Creature of Greek mythology | null",
                "null | Fictional character created by Ian Fleming | null",
            })
    void findsTheWork(String qualifier, String description, String work) {
        assertThat(WikipediaMapper.universe(qualifier, description)).isEqualTo(work);
    }

    @Test
    void ordersByIndexAndLeavesOutWhatIsNoCharacter() throws IOException {
        List<ExternalCharacter> found = read("""
                {"query": {"pages": [
                  {"pageid": 3, "title": "Naruto", "index": 1, "description": "Japanese manga series"},
                  {"pageid": 1, "title": "Guts (Berserk)", "index": 4, "description": "Fictional character"},
                  {"pageid": 2, "title": "Zelda", "index": 2, "pageprops": {"disambiguation": ""}},
                  {"pageid": 5, "title": "List of witches", "index": 3},
                  {"pageid": 4, "title": "Baba Yaga", "index": 2, "description": "Creature in Slavic folklore",
                   "thumbnail": {"source": "https://upload.wikimedia.org/b.jpg"}, "extract": "Lives in a hut."}]}}
                """);

        assertThat(found).extracting(ExternalCharacter::name).containsExactly("Baba Yaga", "Guts");
        assertThat(found.get(0).imageUrl()).isEqualTo("https://upload.wikimedia.org/b.jpg");
        assertThat(found.get(0).universeTitle()).isNull();
        assertThat(found.get(1).universeTitle()).isEqualTo("Berserk");
    }

    @Test
    void findsNothingWhereThereIsNoQuery() throws IOException {
        assertThat(read("{\"batchcomplete\": true}")).isEmpty();
    }

    private static List<ExternalCharacter> read(String json) throws IOException {
        return WikipediaMapper.characters(new ObjectMapper().readTree(json)).stream()
                .map(FoundCharacter::character)
                .toList();
    }
}
