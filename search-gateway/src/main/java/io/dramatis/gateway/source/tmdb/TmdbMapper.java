package io.dramatis.gateway.source.tmdb;

import static io.dramatis.gateway.source.SourceJson.number;
import static io.dramatis.gateway.source.SourceJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.gateway.source.CharacterKind;
import io.dramatis.gateway.source.FoldedText;
import io.dramatis.gateway.source.FoundCharacter;
import io.dramatis.gateway.source.SharedId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Makes characters of the credits that one search has looked at. TMDB has no characters of its own, only what an actor
 * is credited as in a title; so the same name in one title is one character, whoever plays it, and the same actor under
 * the same name in several titles is one, too.
 */
final class TmdbMapper {

    static final String SITE = "https://www.themoviedb.org/";

    /** Of a series' bit player, who may have had dozens. */
    private static final int ROLES_OF_ONE_ACTOR = 3;

    private static final int KNOWN_FOR = 3;

    /** A character that is being put together. */
    private static final class Draft {

        private final FoundCharacter.Builder builder;
        private final TmdbTitle first;
        private final String performance;
        private final List<String> actors = new ArrayList<>();
        private final Map<String, TmdbTitle> titles = new LinkedHashMap<>();

        private Draft(FoundCharacter.Builder builder, TmdbTitle first, String performance) {
            this.builder = builder;
            this.first = first;
            this.performance = performance;
        }

        private void actor(String name) {
            if (name != null && !actors.contains(name)) {
                actors.add(name);
            }
        }

        private void title(TmdbTitle title) {
            if (titles.putIfAbsent(title.key(), title) == null) {
                builder.universeAlias(title.name())
                        .universeAlias(title.originalName())
                        .universeId(title.medium().idSpace(), String.valueOf(title.id()));
            }
        }

        private FoundCharacter build() {
            List<String> others =
                    titles.values().stream().skip(1).map(TmdbTitle::name).toList();
            return builder.attribute("played_by", String.join(", ", actors))
                    .attribute("performance", performance)
                    .attribute("medium", first.medium().wire())
                    .attribute("year", first.year())
                    .attribute("other_titles", others.isEmpty() ? null : String.join("; ", others))
                    .build();
        }
    }

    private final String query;
    private final TmdbImages images;
    private final List<Draft> inTitles = new ArrayList<>();
    private final List<Draft> ofPerson = new ArrayList<>();
    private final Map<String, Draft> byTitle = new HashMap<>();
    private final Map<String, List<Draft>> byActor = new HashMap<>();
    private final Map<Long, FoundCharacter> people = new LinkedHashMap<>();

    TmdbMapper(String query, TmdbImages images) {
        this.query = FoldedText.of(query);
        this.images = images;
    }

    /**
     * Whether each word of the query begins one of the text's words, both folded; of very short words, is one of them.
     */
    static boolean hasWords(String folded, String foldedQuery) {
        String padded = " " + folded + " ";
        for (String word : foldedQuery.split(" ")) {
            boolean vague = word.length() < 3 && word.chars().allMatch(c -> c < 0x80);
            if (!padded.contains(vague ? " " + word + " " : " " + word)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The cast of a title: who is credited with a character gives that, who appears as themselves is a person. A title
     * that names no character at all gives its actors.
     *
     * @param credits a film's, or a series' aggregate, whose members have several roles each
     * @param limit members of the cast that are taken whatever their roles are called
     */
    void cast(TmdbTitle title, JsonNode credits, int limit) {
        boolean named = false;
        int rank = 0;
        List<JsonNode> unnamed = new ArrayList<>();
        for (JsonNode member : credits.path("cast")) {
            boolean billed = rank++ < limit;
            int added = 0;
            boolean self = false;
            for (JsonNode credit : credits(member)) {
                String character = text(credit.path("character"));
                self |= TmdbRole.isSelf(character);
                int part = 0;
                for (TmdbRole role : TmdbRole.parse(character)) {
                    part++;
                    named = true;
                    if (billed && added < ROLES_OF_ONE_ACTOR || isAskedFor(role)) {
                        added++;
                        add(inTitles, title, member, role, creditId(title, member, credit, part));
                    }
                }
            }
            if (billed && added == 0) {
                if (self) {
                    person(member);
                } else {
                    unnamed.add(member);
                }
            }
        }
        if (!named) {
            unnamed.forEach(this::person);
        }
    }

    /**
     * What a person has played, the best known titles first.
     *
     * @param wanted which titles count
     * @param limit roles that are taken whatever they are called
     */
    void filmography(JsonNode person, JsonNode credits, Predicate<TmdbTitle> wanted, int limit) {
        record Credit(TmdbTitle title, JsonNode node) {}
        List<Credit> played = new ArrayList<>();
        for (JsonNode credit : credits.path("cast")) {
            TmdbTitle.of(credit, null).filter(wanted).ifPresent(title -> played.add(new Credit(title, credit)));
        }
        played.sort(Comparator.comparingLong((Credit credit) -> credit.title().votes())
                .reversed());
        int added = 0;
        for (Credit credit : played) {
            int part = 0;
            for (TmdbRole role : TmdbRole.parse(text(credit.node().path("character")))) {
                part++;
                if (added < limit || isAskedFor(role)) {
                    added++;
                    add(ofPerson, credit.title(), person, role, creditId(credit.title(), person, credit.node(), part));
                }
            }
        }
    }

    /** Somebody found by name, or credited without a character. */
    void person(JsonNode person) {
        Long id = number(person.path("id"));
        String name = text(person.path("name"));
        if (id == null || name == null || people.containsKey(id)) {
            return;
        }
        List<String> knownFor = new ArrayList<>();
        for (JsonNode title : person.path("known_for")) {
            TmdbTitle.of(title, null).map(TmdbTitle::name).ifPresent(knownFor::add);
        }
        people.put(
                id,
                FoundCharacter.of(TmdbSource.ID, "person/" + id, name, CharacterKind.PERSON)
                        // The name in its own script, where the one above is transliterated, or the other way round.
                        .alias(text(person.path("original_name")))
                        .image(images.url(text(person.path("profile_path"))))
                        .page(SITE + "person/" + id)
                        .attribute("department", text(person.path("known_for_department")))
                        .attribute(
                                "known_for",
                                String.join("; ", knownFor.subList(0, Math.min(KNOWN_FOR, knownFor.size()))))
                        .sharedId(SharedId.TMDB_PERSON, String.valueOf(id))
                        .build());
    }

    /** The characters of the titles, then the people, then what the one among them has played. */
    List<FoundCharacter> results() {
        List<FoundCharacter> results = new ArrayList<>();
        inTitles.forEach(draft -> results.add(draft.build()));
        results.addAll(people.values());
        ofPerson.forEach(draft -> results.add(draft.build()));
        return results;
    }

    private boolean isAskedFor(TmdbRole role) {
        return hasWords(FoldedText.of(role.name()), query)
                || role.aliases().stream().anyMatch(alias -> hasWords(FoldedText.of(alias), query));
    }

    private void add(List<Draft> characters, TmdbTitle title, JsonNode actor, TmdbRole role, String externalId) {
        String name = FoldedText.of(role.name());
        String inTitle = title.key() + "|" + name;
        String ofActor = text(actor.path("id")) + "|" + name;
        Draft draft = byTitle.get(inTitle);
        if (draft == null) {
            draft = byActor.getOrDefault(ofActor, List.of()).stream()
                    .filter(known -> isSame(name, known, title))
                    .findFirst()
                    .orElse(null);
        }
        if (draft == null) {
            draft = new Draft(
                    FoundCharacter.of(TmdbSource.ID, externalId, role.name(), CharacterKind.CHARACTER)
                            .aliases(role.aliases())
                            .universe(title.name())
                            .description(title.overview())
                            // Who only lends the voice does not look like the character.
                            .image(role.isVoice() ? null : images.url(text(actor.path("profile_path"))))
                            .genre(title.genre())
                            .page(SITE + title.key()),
                    title,
                    role.performance());
            characters.add(draft);
            byActor.computeIfAbsent(ofActor, first -> new ArrayList<>()).add(draft);
        }
        byTitle.put(inTitle, draft);
        draft.actor(text(actor.path("name")));
        draft.title(title);
    }

    /**
     * Whether an actor's character of this name in another title is the one that is known already. A full name says so;
     * a single one, as "Rahul" or "Ripley", does where the titles continue one another.
     */
    private static boolean isSame(String foldedName, Draft known, TmdbTitle title) {
        if (foldedName.indexOf(' ') > 0) {
            return true;
        }
        String one = FoldedText.of(title.name());
        return known.titles.values().stream()
                .map(other -> FoldedText.of(other.name()))
                .anyMatch(other -> other.startsWith(one) || one.startsWith(other));
    }

    /** The member itself in a film, its roles in a series. */
    private static Iterable<JsonNode> credits(JsonNode member) {
        return member.path("roles").isArray() ? member.path("roles") : List.of(member);
    }

    /** The credit's id, which TMDB can be asked for; with the number of the character where it names several. */
    private static String creditId(TmdbTitle title, JsonNode actor, JsonNode credit, int part) {
        String id = text(credit.path("credit_id"));
        String base = title.key() + "/" + (id == null ? "person-" + text(actor.path("id")) : id);
        return part == 1 ? base : base + "/" + part;
    }
}
