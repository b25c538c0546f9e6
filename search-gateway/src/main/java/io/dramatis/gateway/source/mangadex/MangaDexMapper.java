package io.dramatis.gateway.source.mangadex;

import static io.dramatis.gateway.source.SourceJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.gateway.source.CharacterKind;
import io.dramatis.gateway.source.ExternalTitle;
import io.dramatis.gateway.source.FoundCharacter;
import io.dramatis.gateway.source.Genre;
import io.dramatis.gateway.source.SharedId;
import io.dramatis.gateway.source.SourceJson;
import io.dramatis.gateway.source.SourceUri;
import io.dramatis.gateway.source.TitleStatus;
import io.dramatis.gateway.source.TitleType;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads MangaDex's answers, leniently: a map may come as an array, empty or not, and anything may be null or absent.
 */
final class MangaDexMapper {

    private static final String SITE = "https://mangadex.org";
    private static final Set<String> SHOWN_RATINGS = Set.of("safe", "suggestive");
    /** A chapter of {@code 12.5} lies between the twelfth and the thirteenth. */
    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,5})(?:\\.[0-9]{1,5})?");

    private final URI coversUrl;

    MangaDexMapper(URI coversUrl) {
        this.coversUrl = coversUrl;
    }

    /** @param body of a search */
    List<ExternalTitle> titles(JsonNode body) {
        List<ExternalTitle> found = new ArrayList<>();
        for (JsonNode manga : body.path("data")) {
            ExternalTitle.Builder title = title(manga);
            if (title != null && shown(manga)) {
                found.add(title.build());
            }
        }
        return found;
    }

    /**
     * @param body of the answer for one title
     * @param chapters of the answer for its chapters
     * @return one or none
     */
    List<ExternalTitle> title(JsonNode body, JsonNode chapters) {
        JsonNode manga = body.path("data");
        ExternalTitle.Builder title = title(manga);
        if (title == null) {
            return List.of();
        }
        ExternalTitle known = title.build();
        if (known.released() != null) {
            return List.of(known);
        }
        boolean numbersStartAgain =
                manga.path("attributes").path("chapterNumbersResetOnNewVolume").asBoolean(false);
        return List.of(known.toBuilder()
                .released(released(chapters, numbersStartAgain))
                .build());
    }

    /**
     * The people who write and draw the titles found, each once, with the first of their titles: MangaDex knows no
     * characters.
     */
    List<FoundCharacter> people(JsonNode body) {
        Map<String, Person> people = new LinkedHashMap<>();
        for (JsonNode manga : body.path("data")) {
            ExternalTitle.Builder title = title(manga);
            if (title != null && shown(manga)) {
                for (JsonNode related : manga.path("relationships")) {
                    String role = text(related.path("type"));
                    String id = text(related.path("id"));
                    String name = text(related.path("attributes").path("name"));
                    if (id != null && name != null && ("author".equals(role) || "artist".equals(role))) {
                        people.computeIfAbsent(id, absent -> new Person(id, name, title.build(), genre(manga)))
                                .roles
                                .add(role);
                    }
                }
            }
        }
        return people.values().stream().map(Person::found).toList();
    }

    private record Person(String id, String name, ExternalTitle work, Genre genre, Set<String> roles) {

        Person(String id, String name, ExternalTitle work, Genre genre) {
            this(id, name, work, genre, new LinkedHashSet<>());
        }

        FoundCharacter found() {
            return FoundCharacter.of(MangaDexSource.ID, id, name, CharacterKind.PERSON)
                    .universe(work.title())
                    .universeAlias(work.titles().romaji())
                    .universeAlias(work.titles().nativeTitle())
                    .universeId(SharedId.MANGADEX, work.mangadexId())
                    .universeId(SharedId.ANILIST_MANGA, written(work.anilistId()))
                    .universeId(SharedId.MAL_MANGA, written(work.malId()))
                    .genre(genre)
                    .page(SITE + "/author/" + id)
                    .attribute("role", String.join(", ", roles))
                    .build();
        }

        private static String written(Long number) {
            return number == null ? null : number.toString();
        }
    }

    private static boolean shown(JsonNode manga) {
        String rating = text(manga.path("attributes").path("contentRating"));
        // It is asked for these two only; what it does not rate it would not have found.
        return rating == null || SHOWN_RATINGS.contains(rating);
    }

    /** Null for what has neither an id nor a name. */
    private ExternalTitle.Builder title(JsonNode manga) {
        String id = text(manga.path("id"));
        JsonNode attributes = manga.path("attributes");
        List<JsonNode> names = names(attributes);
        String original = text(attributes.path("originalLanguage"));
        String language = original == null ? "ja" : original;
        String english = name(names, "en");
        String romaji = name(names, language + "-ro");
        String nativeTitle = name(names, language);
        List<String> all = all(names);
        if (id == null || !MangaDexSource.ID_FORM.matcher(id).matches() || all.isEmpty()) {
            return null;
        }
        if (english == null && romaji == null && nativeTitle == null) {
            romaji = all.get(0);
        }
        JsonNode links = attributes.path("links");
        TitleStatus status = status(text(attributes.path("status")));
        boolean complete = status != null && status.complete();
        Integer last = complete ? wholeNumber(text(attributes.path("lastChapter"))) : null;
        return ExternalTitle.of(MangaDexSource.ID, id, TitleType.MANGA)
                .titles(romaji, english, nativeTitle)
                .aliases(all)
                .anilistId(SourceJson.number(links.path("al")))
                .malId(SourceJson.number(links.path("mal")))
                .mangadexId(id)
                .format(tags(attributes).contains("Oneshot") ? "one_shot" : "manga")
                .status(status)
                .year(SourceJson.integer(attributes.path("year")))
                .cover(cover(id, manga.path("relationships")))
                .maxProgress(last)
                .released(last)
                .volumes(complete ? wholeNumber(text(attributes.path("lastVolume"))) : null)
                .page(SITE + "/title/" + id)
                .adult(!shown(manga));
    }

    /** The main names by language, then each of the others. */
    private static List<JsonNode> names(JsonNode attributes) {
        List<JsonNode> names = new ArrayList<>();
        names.add(attributes.path("title"));
        attributes.path("altTitles").forEach(names::add);
        return names;
    }

    private static String name(List<JsonNode> names, String language) {
        for (JsonNode byLanguage : names) {
            String name = text(byLanguage.path(language));
            if (name != null) {
                return name;
            }
        }
        return null;
    }

    private static List<String> all(List<JsonNode> names) {
        List<String> all = new ArrayList<>();
        for (JsonNode byLanguage : names) {
            for (JsonNode value : byLanguage) {
                String name = text(value);
                if (name != null) {
                    all.add(name);
                }
            }
        }
        return all;
    }

    private static TitleStatus status(String status) {
        if (status == null) {
            return null;
        }
        return switch (status) {
            case "completed" -> TitleStatus.FINISHED;
            case "ongoing" -> TitleStatus.RELEASING;
            case "hiatus" -> TitleStatus.HIATUS;
            case "cancelled" -> TitleStatus.CANCELLED;
            default -> null;
        };
    }

    private static Genre genre(JsonNode manga) {
        return Genre.of(tags(manga.path("attributes")));
    }

    private static List<String> tags(JsonNode attributes) {
        List<String> tags = new ArrayList<>();
        for (JsonNode tag : attributes.path("tags")) {
            String name = text(tag.path("attributes").path("name").path("en"));
            if (name != null) {
                tags.add(name);
            }
        }
        return tags;
    }

    private String cover(String id, JsonNode relationships) {
        for (JsonNode related : relationships) {
            String file = text(related.path("attributes").path("fileName"));
            if ("cover_art".equals(text(related.path("type"))) && file != null) {
                return SourceUri.of(coversUrl, "/covers")
                        .segment(id)
                        .segment(file + ".256.jpg")
                        .build()
                        .toString();
            }
        }
        return null;
    }

    /** The part before the point of what may be "", "12" or "12.5"; null where there is none above zero. */
    private static Integer wholeNumber(String text) {
        Matcher number = NUMBER.matcher(text == null ? "" : text);
        return number.matches() && Integer.parseInt(number.group(1)) > 0 ? Integer.valueOf(number.group(1)) : null;
    }

    /**
     * The number of the latest chapter. Not how many there are: those in between may be missing where a publisher sells
     * them, and chapters without a number come on top. Where the numbers start again with each volume, the sum.
     */
    static Integer released(JsonNode chapters, boolean numbersStartAgain) {
        int sum = 0;
        int highest = 0;
        for (JsonNode volume : chapters.path("volumes")) {
            TreeSet<Integer> numbers = new TreeSet<>();
            for (JsonNode chapter : volume.path("chapters")) {
                Integer number = wholeNumber(text(chapter.path("chapter")));
                if (number != null) {
                    numbers.add(number);
                }
            }
            sum += numbers.size();
            highest = Math.max(highest, numbers.isEmpty() ? 0 : numbers.last());
        }
        int released = numbersStartAgain ? sum : highest;
        return released == 0 ? null : released;
    }
}
