package io.dramatis.gateway.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dramatis.gateway.source.CharacterKind;
import io.dramatis.gateway.source.ExternalCharacter;
import io.dramatis.gateway.source.ExternalCharacter.OtherSource;
import io.dramatis.gateway.source.FoundCharacter;
import io.dramatis.gateway.source.Genre;
import io.dramatis.gateway.source.MergeReason;
import io.dramatis.gateway.source.SharedId;
import io.dramatis.gateway.source.SourceAnswer;
import io.dramatis.gateway.source.SourceReport;
import io.dramatis.gateway.source.SourceStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultMergerTest {

    private static final List<String> PLAN =
            List.of("anilist", "tmdb", "openlibrary", "mangadex", "dnd5e", "wikipedia", "wikidata");

    @Test
    void putsTheBetterMatchFirstWhateverTheSource() {
        List<ExternalCharacter> merged = merge(
                "naruto",
                character("anilist", "1", "Sasuke", "Naruto"),
                character("anilist", "2", "Naruto Uzumaki", "Naruto"),
                character("tmdb", "3", "Naruto", null),
                character("tmdb", "4", "Menma Naruto", null));

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
    void givesASourcesResultOnceAndNoMoreThanTheLimit() {
        List<SourceAnswer<FoundCharacter>> answers = answers(
                character("anilist", "1", "X", null),
                character("anilist", "1", "X", null),
                character("anilist", "2", "X", null),
                character("tmdb", "1", "X", null));

        assertThat(ResultMerger.merge("x", PLAN, answers, 10)).hasSize(3);
        assertThat(ResultMerger.merge("x", PLAN, answers, 2)).hasSize(2);
        assertThat(ResultMerger.merge("x", PLAN, List.of(), 2)).isEmpty();
    }

    @Test
    void joinsWhatSharesAnIdentity() {
        List<ExternalCharacter> merged = merge(
                "sherlock holmes",
                found("wikipedia", "27159", "Sherlock Holmes", null)
                        .sharedId(SharedId.WIKIDATA, "Q4653")
                        .page("https://en.wikipedia.org/wiki/Sherlock_Holmes"),
                found("wikidata", "Q4653", "Шерлок Холмс", null).sharedId(SharedId.WIKIDATA, "Q4653"));

        assertThat(merged).hasSize(1);
        assertThat(merged.get(0).name()).isEqualTo("Sherlock Holmes");
        assertThat(merged.get(0).aliases()).containsExactly("Шерлок Холмс");
        assertThat(merged.get(0).alsoIn())
                .containsExactly(new OtherSource("wikidata", "Q4653", null, MergeReason.SHARED_ID, "wikidata:Q4653"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Naruto Uzumaki, Naruto, Uzumaki Naruto, NARUTO",
                "Naruto Uzumaki, Naruto, Naruto Uzumaki, Naruto: Shippuden",
                "Naruto Uzumaki, Naruto, うずまき ナルト, ナルト",
                "Levi, Attack on Titan, Levi, Attack on Titan Season 3",
                "Geralt of Rivia, The Witcher, Geralt of Rivia, Witcher (TV series)",
                "Dr. Watson, Sherlock Holmes, Doctor Watson, Sherlock Holmes",
                "Dr. John Watson, Sherlock Holmes, Dr. Watson, Sherlock Holmes",
                "Professor Moriarty, Sherlock Holmes, Prof. James Moriarty, Sherlock Holmes",
                "Anna Karenina, Anna Karenina, Anna Karenina, -",
                "Robin Hood, Robin Hood (film), Robin Hood, -",
                "Owlbear, Dungeons & Dragons, Owlbear, Dungeons and Dragons",
                "Наташа Ростова, Война и мир, Natasha Rostova, Voina i mir",
            })
    void joinsNamesakesOfOneWork(String name, String title, String otherName, String otherTitle) {
        List<ExternalCharacter> merged =
                merge(name, character("anilist", "1", name, title), character("wikipedia", "2", otherName, otherTitle));

        assertThat(merged).hasSize(1);
        assertThat(merged.get(0).alsoIn())
                .extracting(OtherSource::source, OtherSource::reason)
                .containsExactly(tuple("wikipedia", MergeReason.NAME_AND_UNIVERSE));
    }

    @Test
    void saysWhatNamesakesHaveInCommon() {
        assertThat(evidence(
                        character("anilist", "1", "Naruto Uzumaki", "Naruto"),
                        character("wikipedia", "2", "Uzumaki Naruto", "NARUTO (manga)")))
                .isEqualTo("naruto uzumaki · naruto");
        assertThat(evidence(
                        character("anilist", "1", "Naruto Uzumaki", "Naruto: Shippuden"),
                        character("wikipedia", "2", "Naruto Uzumaki", "Naruto")))
                .isEqualTo("naruto uzumaki · naruto");
        assertThat(evidence(
                        found("anilist", "1", "Guts", "Berserk")
                                .universeId(SharedId.MAL_MANGA, "2")
                                .build(),
                        found("mangadex", "2", "Guts", "ベルセルク 黄金時代")
                                .universeId(SharedId.MAL_MANGA, "2")
                                .build()))
                .isEqualTo("guts · mal_manga:2");
        assertThat(evidence(
                        FoundCharacter.of("tmdb", "1", "Kajol", CharacterKind.PERSON)
                                .build(),
                        FoundCharacter.of("wikipedia", "2", "Kajol", CharacterKind.PERSON)
                                .build()))
                .isEqualTo("kajol");
    }

    @Test
    void joinsByAnAliasThatIsTheOthersName() {
        assertThat(merge(
                        "kira",
                        found("anilist", "1", "Light Yagami", "Death Note").alias("Kira"),
                        found("wikipedia", "2", "Kira", "Death Note")))
                .hasSize(1);
        assertThat(merge(
                        "kira",
                        found("anilist", "1", "Light Yagami", "Death Note").alias("Kira"),
                        found("wikipedia", "2", "Teru Mikami", "Death Note").alias("Kira")))
                .hasSize(2);
    }

    @Test
    void keepsTheActorAndTheRoleApart() {
        assertThat(merge(
                        "shah rukh khan",
                        FoundCharacter.of("tmdb", "1", "Shah Rukh Khan", CharacterKind.PERSON)
                                .universe("Fan")
                                .build(),
                        character("wikipedia", "2", "Shah Rukh Khan", "Fan")))
                .hasSize(2);
        assertThat(merge(
                        "berserker",
                        FoundCharacter.of("dnd5e", "1", "Berserker", CharacterKind.CLASS)
                                .universe("Dungeons & Dragons")
                                .build(),
                        FoundCharacter.of("wikipedia", "2", "Berserker", CharacterKind.CREATURE)
                                .universe("Dungeons & Dragons")
                                .build()))
                .hasSize(2);
    }

    @Test
    void keepsTwoOfOneSourceApartUnlessTheirIdentityIsTheSame() {
        assertThat(merge(
                        "sherlock holmes",
                        character("tmdb", "film", "Sherlock Holmes", "Sherlock"),
                        character("tmdb", "series", "Sherlock Holmes", "Sherlock")))
                .hasSize(2);
        List<ExternalCharacter> withAThird = merge(
                "sherlock holmes",
                character("tmdb", "film", "Sherlock Holmes", "Sherlock"),
                character("tmdb", "series", "Sherlock Holmes", "Sherlock"),
                character("wikipedia", "1", "Sherlock Holmes", "Sherlock"));
        assertThat(withAThird).hasSize(2);
        assertThat(withAThird.get(0).externalId()).isEqualTo("film");
        assertThat(withAThird.get(0).alsoIn()).hasSize(1);
        assertThat(merge(
                        "guts",
                        found("tmdb", "1", "Guts", null).sharedId(SharedId.WIKIDATA, "Q1"),
                        found("tmdb", "2", "Guts", null).sharedId(SharedId.WIKIDATA, "Q1"),
                        found("wikidata", "Q1", "Guts", null).sharedId(SharedId.WIKIDATA, "Q1")))
                .hasSize(1);
    }

    @Test
    void believesAnIdentityMoreThanAName() {
        assertThat(merge(
                        "robin",
                        found("anilist", "1", "Robin", "Tales").sharedId(SharedId.WIKIDATA, "Q1"),
                        found("wikipedia", "2", "Robin", "Tales").sharedId(SharedId.WIKIDATA, "Q2")))
                .hasSize(2);
    }

    @Test
    void keepsWorksApartThatOnlyLookAlike() {
        assertThat(merge(
                        "luke",
                        character("anilist", "1", "Luke", "Star Wars: A New Hope"),
                        character("tmdb", "2", "Luke", "Star Wars: Visions")))
                .hasSize(2);
        assertThat(merge(
                        "robin",
                        character("anilist", "1", "Robin", "One Piece"),
                        character("tmdb", "2", "Robin", "Batman")))
                .hasSize(2);
    }

    @Test
    void keepsPeopleApartWhomOnlyATitleTellsApart() {
        assertThat(merge(
                        "weasley",
                        character("tmdb", "1", "Mr. Weasley", "Harry Potter"),
                        character("openlibrary", "2", "Mrs. Weasley", "Harry Potter")))
                .hasSize(2);
        assertThat(merge(
                        "martin",
                        FoundCharacter.of("openlibrary", "1", "George R. R. Martin", CharacterKind.PERSON)
                                .build(),
                        FoundCharacter.of("wikipedia", "2", "George Martin", CharacterKind.PERSON)
                                .build()))
                .hasSize(2);
    }

    @Test
    void joinsAPersonsNamesInEitherOrderAndSpelling() {
        assertThat(evidence(
                        FoundCharacter.of("mangadex", "1", "Miura Kentarou", CharacterKind.PERSON)
                                .build(),
                        FoundCharacter.of("wikipedia", "2", "Kentaro Miura", CharacterKind.PERSON)
                                .build()))
                .isEqualTo("miura kentarou");
    }

    @Test
    void goesByNameAloneOnlyWhereAnEncyclopaediaKnowsNoOther() {
        FoundCharacter ofTheBook = character("openlibrary", "1", "Baba Yaga", "Vasilisa the Beautiful");
        FoundCharacter page = character("wikipedia", "2", "Baba Yaga", null);

        assertThat(merge("baba yaga", ofTheBook, page)).hasSize(1);
        assertThat(merge("baba yaga", ofTheBook, character("tmdb", "2", "Baba Yaga", null)))
                .hasSize(2);
        assertThat(merge("baba yaga", ofTheBook, page, character("openlibrary", "3", "Baba Yaga", "Another")))
                .hasSize(3);
        assertThat(merge("baba yaga", ofTheBook, character("wikipedia", "2", "Yaga Baba", null)))
                .hasSize(2);
        assertThat(merge("baba yaga", ofTheBook, page, character("anilist", "3", "Baba Yaga", "Soul Eater")))
                .hasSize(3);
        // A creature of one word has a namesake in every world.
        assertThat(merge(
                        "minotaur",
                        character("dnd5e", "1", "Minotaur", "Dungeons & Dragons"),
                        character("wikipedia", "2", "Minotaur", null)))
                .hasSize(2);
    }

    @Test
    void fillsWhatThePrimaryLacksAndSaysFromWhom() {
        List<ExternalCharacter> merged = merge(
                "guts",
                found("anilist", "1", "Guts", "Berserk").alias("ガッツ").page("https://anilist.co/character/1"),
                found("wikipedia", "2", "Guts", "Berserk")
                        .description("A mercenary.")
                        .image("https://upload.wikimedia.org/guts.jpg")
                        .page("https://en.wikipedia.org/wiki/Guts")
                        .attribute("created_by", "Kentaro Miura"),
                found("wikidata", "Q9", "Guts", "Berserk")
                        .description("fictional character")
                        .genre(Genre.FANTASY)
                        .alias("Black Swordsman")
                        .alias("GUTS"));

        ExternalCharacter guts = merged.get(0);
        assertThat(merged).hasSize(1);
        assertThat(guts.source()).isEqualTo("anilist");
        assertThat(guts.siteUrl()).isEqualTo("https://anilist.co/character/1");
        assertThat(guts.description()).isEqualTo("A mercenary.");
        assertThat(guts.imageUrl()).endsWith("guts.jpg");
        assertThat(guts.genre()).isEqualTo(Genre.FANTASY);
        assertThat(guts.aliases()).containsExactly("ガッツ", "Black Swordsman");
        assertThat(guts.attributes())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "created_by", "Kentaro Miura", "description_source", "wikipedia", "image_source", "wikipedia"));
        assertThat(guts.alsoIn())
                .extracting(OtherSource::source, OtherSource::siteUrl)
                .containsExactly(tuple("wikipedia", "https://en.wikipedia.org/wiki/Guts"), tuple("wikidata", null));
    }

    @Test
    void keepsThePrimarysOwnTextAndTwentyAliases() {
        FoundCharacter.Builder many = found("wikipedia", "2", "Guts", "Berserk").description("Theirs.");
        IntStream.range(0, 50).forEach(i -> many.alias("Alias " + i));

        ExternalCharacter guts = merge(
                        "guts", found("anilist", "1", "Guts", "Berserk").description("Ours."), many)
                .get(0);

        assertThat(guts.description()).isEqualTo("Ours.");
        assertThat(guts.attributes()).isEmpty();
        assertThat(guts.aliases()).hasSize(20);
    }

    @Test
    void ranksByTheBestThatAnySourceSaysOfACharacter() {
        List<ExternalCharacter> merged = merge(
                "Лев Толстой",
                character("anilist", "1", "Лев", null),
                FoundCharacter.of("openlibrary", "OL26783A", "Leo Tolstoy", CharacterKind.PERSON)
                        .sharedId(SharedId.WIKIDATA, "Q7243")
                        .build(),
                FoundCharacter.of("wikidata", "Q7243", "Lev Tolstoy", CharacterKind.PERSON)
                        .alias("Лев Толстой")
                        .sharedId(SharedId.WIKIDATA, "Q7243")
                        .build());

        assertThat(merged.get(0).name()).isEqualTo("Leo Tolstoy");
        assertThat(merged.get(0).score()).isGreaterThan(0.9);
    }

    @Test
    void givesTheSameWhateverTheOrderOfArrival() {
        long seed = 20_260_701;
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            List<SourceAnswer<FoundCharacter>> answers = randomAnswers(random);
            List<ExternalCharacter> first = ResultMerger.merge("luke robin", PLAN, answers, 100);
            for (int order = 0; order < 5; order++) {
                Collections.shuffle(answers, random);
                assertThat(ResultMerger.merge("luke robin", PLAN, answers, 100))
                        .describedAs("seed %s, round %s", seed, round)
                        .isEqualTo(first);
            }
            assertNothingIsLostOrDoubled(answers, first);
        }
    }

    /** Few names, works and identities, so that every kind of contradiction comes about. */
    private static List<SourceAnswer<FoundCharacter>> randomAnswers(Random random) {
        String[] names = {"Luke", "Robin", "Robin Hood", "Hood Robin", "Dr. Luke"};
        String[] titles = {null, "Tales", "Tales: Begin", "Tales: End", "Stars", "Stars (film)"};
        List<FoundCharacter> all = new ArrayList<>();
        for (String source : PLAN) {
            int count = random.nextInt(5);
            for (int i = 0; i < count; i++) {
                CharacterKind kind = CharacterKind.values()[random.nextInt(CharacterKind.values().length)];
                FoundCharacter.Builder one = FoundCharacter.of(
                                source, String.valueOf(i), names[random.nextInt(names.length)], kind)
                        .universe(titles[random.nextInt(titles.length)]);
                if (random.nextInt(3) == 0) {
                    one.sharedId(SharedId.WIKIDATA, "Q" + random.nextInt(3));
                }
                if (random.nextInt(4) == 0) {
                    one.sharedId(SharedId.TMDB_PERSON, "" + random.nextInt(3));
                }
                if (random.nextInt(4) == 0) {
                    one.alias(names[random.nextInt(names.length)]);
                }
                all.add(one.build());
            }
        }
        return answers(all.toArray(FoundCharacter[]::new));
    }

    private static void assertNothingIsLostOrDoubled(
            List<SourceAnswer<FoundCharacter>> answers, List<ExternalCharacter> merged) {
        List<String> given = answers.stream()
                .flatMap(answer -> answer.items().stream())
                .map(item -> item.character().source() + "/" + item.character().externalId())
                .toList();
        List<String> shown = new ArrayList<>();
        for (ExternalCharacter one : merged) {
            shown.add(one.source() + "/" + one.externalId());
            one.alsoIn().forEach(other -> shown.add(other.source() + "/" + other.externalId()));
        }
        assertThat(shown).containsExactlyInAnyOrderElementsOf(given);
    }

    private static String best(String query, String... names) {
        FoundCharacter[] items = new FoundCharacter[names.length];
        for (int i = 0; i < names.length; i++) {
            items[i] = character("anilist", String.valueOf(i), names[i], null);
        }
        return merge(query, items).get(0).name();
    }

    private static String evidence(FoundCharacter one, FoundCharacter other) {
        List<ExternalCharacter> merged = merge("x", one, other);
        assertThat(merged).hasSize(1);
        return merged.get(0).alsoIn().get(0).evidence();
    }

    private static List<ExternalCharacter> merge(String query, FoundCharacter.Builder... items) {
        FoundCharacter[] built = new FoundCharacter[items.length];
        for (int i = 0; i < items.length; i++) {
            built[i] = items[i].build();
        }
        return merge(query, built);
    }

    private static List<ExternalCharacter> merge(String query, FoundCharacter... items) {
        return ResultMerger.merge(query, PLAN, answers(items), 100);
    }

    /** The items as their sources' answers. */
    private static List<SourceAnswer<FoundCharacter>> answers(FoundCharacter... items) {
        Map<String, List<FoundCharacter>> bySource = new TreeMap<>();
        for (FoundCharacter item : items) {
            bySource.computeIfAbsent(item.character().source(), absent -> new ArrayList<>())
                    .add(item);
        }
        List<SourceAnswer<FoundCharacter>> answers = new ArrayList<>();
        bySource.forEach((source, all) -> answers.add(
                new SourceAnswer<>(all, new SourceReport(source, SourceStatus.OK, all.size(), 1, null, null))));
        return answers;
    }

    private static FoundCharacter character(String source, String id, String name, String title) {
        return found(source, id, name, title).build();
    }

    private static FoundCharacter.Builder found(String source, String id, String name, String title) {
        return FoundCharacter.of(source, id, name, CharacterKind.CHARACTER).universe(title);
    }
}
