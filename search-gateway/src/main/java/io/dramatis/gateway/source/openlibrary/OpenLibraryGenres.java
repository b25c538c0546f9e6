package io.dramatis.gateway.source.openlibrary;

import io.dramatis.gateway.source.Genre;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The genre of a work by its subjects, which are a library's headings, a publisher's categories and readers' tags in
 * no order: "Detective and mystery stories", "Fiction, mystery & detective, general", "whodunnit".
 */
final class OpenLibraryGenres {

    /** Of equally many subjects the earlier genre decides: the more particular ones come first. */
    private static final List<Map.Entry<Genre, Pattern>> VOCABULARY = List.of(
            entry(Genre.MYSTERY, "myster(?:y|ies)|detectives?|crime|murder|private investigators|whodunnit"),
            entry(
                    Genre.HORROR,
                    "horror|vampires?|werewol(?:f|ves)|zombies|gothic|ghost stories|occult fiction|monsters"),
            entry(
                    Genre.SCIFI,
                    "science fiction|sci-fi|dystopias?|time travel|space (?:opera|colonies|ships)|robots|cyberpunk"
                            + "|extraterrestrial.*|artificial intelligence"),
            entry(
                    Genre.FANTASY,
                    "fantasy|fantastic fiction|magic|wizards|witches|fairy tales|dragons|elves|mythology|arthurian.*"),
            entry(Genre.SPORTS, "sports?|baseball|soccer|football|basketball|hockey"),
            entry(Genre.COMEDY, "humou?r|humorous|comed(?:y|ies)|satire|parod(?:y|ies)|nonsense.*"),
            entry(Genre.ROMANCE, "romance|love stories|love poetry|courtship|man-woman relationships"),
            entry(Genre.THRILLER, "thrillers?|suspense|spy stories|spies|espionage|terrorism"),
            entry(Genre.ACTION, "war stories|martial arts|mercenary troops|ninja|western stories|westerns"),
            entry(Genre.ADVENTURE, "adventure|sea stories|pirates|whaling|treasure troves|voyages|shipwrecks|survival"),
            entry(Genre.SLICE_OF_LIFE, "school stories|city and town life|everyday life|bildungsromans?"),
            entry(
                    Genre.DRAMA,
                    "drama|traged(?:y|ies)|domestic fiction|psychological fiction|historical fiction|fiction, historical"
                            + "|adultery|families|political fiction"));

    private OpenLibraryGenres() {}

    /** Null without subjects, {@link Genre#OTHER} where none of them is known. */
    static Genre of(List<String> subjects) {
        if (subjects.isEmpty()) {
            return null;
        }
        Map<Genre, Integer> named = new EnumMap<>(Genre.class);
        for (String subject : subjects) {
            VOCABULARY.stream()
                    .filter(known -> known.getValue().matcher(subject).find())
                    .findFirst()
                    .ifPresent(known -> named.merge(known.getKey(), 1, Integer::sum));
        }
        Genre best = Genre.OTHER;
        for (Map.Entry<Genre, Pattern> known : VOCABULARY) {
            if (named.getOrDefault(known.getKey(), 0) > named.getOrDefault(best, 0)) {
                best = known.getKey();
            }
        }
        return best;
    }

    private static Map.Entry<Genre, Pattern> entry(Genre genre, String words) {
        return Map.entry(genre, Pattern.compile("(?iU)\\b(?:" + words + ")\\b"));
    }
}
