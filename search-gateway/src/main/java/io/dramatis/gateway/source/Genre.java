package io.dramatis.gateway.source;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The platform's genres; sources' own names are brought to them. */
public enum Genre {
    ACTION,
    ADVENTURE,
    COMEDY,
    DRAMA,
    FANTASY,
    HORROR,
    MYSTERY,
    ROMANCE,
    SCIFI,
    SLICE_OF_LIFE,
    SPORTS,
    THRILLER,
    OTHER;

    /** Names that are looked at of a source's list; works of world literature have hundreds of subjects. */
    private static final int MAX_NAMES = 100;

    /** What the sources' genres, tags and subjects are made of, folded. Several words count before one. */
    private static final Map<String, Genre> PHRASES = new LinkedHashMap<>();

    private static final Map<String, Genre> WORDS = new HashMap<>();

    static {
        know(
                ACTION,
                "action, martial arts, battle royale, military, superhero, superheroes, super power, samurai, ninja, "
                        + "gangs, delinquents, swordplay, guns");
        know(
                ADVENTURE,
                "adventure, adventures, adventurers, sea stories, western, westerns, western stories, pirates, "
                        + "explorers, survival, voyages, quests, travel stories");
        know(
                COMEDY,
                "comedy, comedies, humor, humour, humorous, humorous stories, gag humor, gag humour, parody, satire, "
                        + "slapstick, surreal comedy");
        know(
                DRAMA,
                "drama, dramatic, tragedy, tragedies, domestic fiction, family life, coming of age, bildungsroman, "
                        + "bildungsromans, historical, historical fiction, war, war stories, medical");
        know(
                FANTASY,
                "fantasy, fantastic, fantastic fiction, supernatural, magic, magical, magical girls, mahou shoujo, "
                        + "isekai, wizards, witches, dragons, elves, elf, fairies, fairy tales, fairy tale, mythology, "
                        + "legends, demons, sword and sorcery, dungeons dragons, urban fantasy, dark fantasy, "
                        + "monster girls, wuxia, youkai, gods");
        know(
                HORROR,
                "horror, horror tales, ghost, ghosts, ghost stories, vampire, vampires, zombie, zombies, monsters, "
                        + "occult fiction, gothic, gothic fiction, gore, body horror, cosmic horror, werewolves");
        know(
                MYSTERY,
                "mystery, mysteries, detective, detectives, detective and mystery stories, private investigators, "
                        + "crime, crimes, criminals, murder, murders, police, noir, whodunit, police procedural");
        know(
                ROMANCE,
                "romance, romances, romantic, love, love stories, love story, love triangle, courtship, boys love, "
                        + "girls love, shoujo ai, shounen ai, yuri, yaoi, harem, reverse harem, "
                        + "man woman relationships");
        know(
                SCIFI,
                "science fiction, sci fi, scifi, mecha, space, space opera, outer space, robots, real robot, "
                        + "super robot, cyberpunk, steampunk, time travel, aliens, extraterrestrial beings, dystopias, "
                        + "dystopian, dystopian fiction, post apocalyptic, artificial intelligence, virtual world, "
                        + "virtual reality");
        know(
                SLICE_OF_LIFE,
                "slice of life, school life, school, iyashikei, cute girls doing cute things, everyday life, "
                        + "office workers, cooking, food, family slice of life");
        know(
                SPORTS,
                "sports, sport, football, soccer, baseball, basketball, volleyball, tennis, boxing, athletics, "
                        + "swimming, cycling, wrestling, american football, rugby, badminton");
        know(
                THRILLER,
                "thriller, thrillers, psychological, suspense, suspense fiction, spy stories, spy, spies, espionage, "
                        + "conspiracy, conspiracies, death game, terrorism");
    }

    private static void know(Genre genre, String names) {
        for (String name : names.split(", ")) {
            (name.indexOf(' ') < 0 ? WORDS : PHRASES).put(name, genre);
        }
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The genre of something that a source files under {@code names} – genres, tags or subjects, in the source's order:
     * the one that most of them speak of, of several the first. {@link #OTHER} where none has a counterpart, null where
     * there are no names.
     */
    public static Genre of(Collection<String> names) {
        if (names.isEmpty()) {
            return null;
        }
        Map<Genre, Integer> votes = new LinkedHashMap<>();
        names.stream()
                .limit(MAX_NAMES)
                .map(Genre::inText)
                .filter(Objects::nonNull)
                .forEach(genre -> votes.merge(genre, 1, Integer::sum));
        Genre best = OTHER;
        for (Map.Entry<Genre, Integer> vote : votes.entrySet()) {
            if (vote.getValue() > votes.getOrDefault(best, 0)) {
                best = vote.getKey();
            }
        }
        return best;
    }

    /** The genre that a name or a short description speaks of, as {@code "American science fiction film"}; or null. */
    public static Genre inText(String text) {
        if (text == null) {
            return null;
        }
        String padded = " " + FoldedText.of(text) + " ";
        for (Map.Entry<String, Genre> phrase : PHRASES.entrySet()) {
            int at = padded.indexOf(phrase.getKey());
            if (at > 0
                    && padded.charAt(at - 1) == ' '
                    && padded.charAt(at + phrase.getKey().length()) == ' ') {
                return phrase.getValue();
            }
        }
        for (String word : padded.strip().split(" ")) {
            Genre genre = WORDS.get(word);
            if (genre != null) {
                return genre;
            }
        }
        return null;
    }
}
