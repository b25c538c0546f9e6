package io.dramatis.gateway.title;

import io.dramatis.gateway.source.ExternalTitle;
import io.dramatis.gateway.source.FoldedText;
import io.dramatis.gateway.source.SourceAnswer;
import io.dramatis.gateway.source.SourceReport;
import io.dramatis.gateway.source.SourceStatus;
import io.dramatis.gateway.source.Sources;
import io.dramatis.gateway.source.TitleType;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks for titles in all sources or in one, and for the length of one title. */
@ApplicationScoped
class TitleService {

    private static final String ANILIST = "anilist";
    private static final String MANGADEX = "mangadex";
    /** A text this much longer than the one whose answer is known is no longer the same person typing on. */
    private static final int LONGEST_ADDITION = 12;

    private final Sources sources;
    private final TitleConfig config;

    TitleService(Sources sources, TitleConfig config) {
        this.sources = sources;
        this.config = config;
    }

    /** Titles of all sources, each title once. */
    Uni<TitleSearchResponse> search(TitleQuery query) {
        // AniList's values go before the others': it knows both types, and ids of further sources.
        List<String> asked = sources.withTitles(query.type()).stream()
                .sorted(Comparator.comparing((String id) -> !id.equals(ANILIST)).thenComparing(id -> id))
                .toList();
        return Uni.join()
                .all(asked.stream()
                        .map(id -> sources.titles(id, query.text(), query.type(), config.deadline()))
                        .toList())
                .andFailFast()
                .map(answers -> {
                    List<ExternalTitle> all = answers.stream()
                            .flatMap(answer -> answer.items().stream())
                            .toList();
                    return TitleSearchResponse.of(
                            query,
                            TitleMatch.ranked(query.text(), TitleMatch.merged(all)),
                            answers.stream().map(SourceAnswer::report).toList());
                });
    }

    /** MangaDex's titles as it ranks them. */
    Uni<TitleSearchResponse> searchMangaDex(TitleQuery query) {
        return sources.titles(MANGADEX, query.text(), query.type(), config.deadline())
                .map(answer -> TitleSearchResponse.of(query, answer.items(), List.of(answer.report())));
    }

    /** AniList's best matches for a text that is still being typed. */
    Uni<TitleSearchResponse> autocomplete(TitleQuery query) {
        if (tooShort(query.text())) {
            return Uni.createFrom().item(TitleSearchResponse.of(query, List.of(), List.of()));
        }
        return known(query)
                .map(answer -> Uni.createFrom().item(answer))
                .orElseGet(() -> sources.titles(ANILIST, query.text(), query.type(), config.deadline()))
                .map(answer -> TitleSearchResponse.of(
                        query,
                        TitleMatch.ranked(query.text(), answer.items()).stream()
                                .limit(config.suggestions())
                                .toList(),
                        List.of(answer.report())));
    }

    private boolean tooShort(String text) {
        int length = text.codePointCount(0, text.length());
        return length < config.suggestFrom()
                && text.codePoints()
                        .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN
                                || Character.UnicodeScript.of(c) == Character.UnicodeScript.COMMON);
    }

    /**
     * What AniList would say, as far as its answer to a shorter text tells: where that was all there is, the longer text
     * finds no more. Saves most of the calls for a name that is typed letter by letter.
     */
    private Optional<SourceAnswer<ExternalTitle>> known(TitleQuery query) {
        String text = query.text();
        int end = text.length();
        for (int taken = 0; taken < LONGEST_ADDITION; taken++) {
            end = text.offsetByCodePoints(end, -1);
            String beginning = text.substring(0, end).strip();
            if (FoldedText.of(beginning).isEmpty() || tooShort(beginning)) {
                return Optional.empty();
            }
            Optional<SourceAnswer<ExternalTitle>> shorter = sources.knownTitles(ANILIST, beginning, query.type());
            if (shorter.isPresent()) {
                List<ExternalTitle> all = shorter.get().items();
                List<ExternalTitle> matching = TitleMatch.beginning(text, all);
                // A text that none of them begins with may be a misspelling, which AniList understands and we do not.
                return matching.isEmpty() && !all.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new SourceAnswer<>(
                                matching, shorter.get().report().withCount(matching.size())));
            }
        }
        return Optional.empty();
    }

    /** How long a title is. Fails where no source knows it, or where the one that may know does not answer. */
    Uni<TitleMaxResponse> max(TitleMaxQuery query) {
        Deadline deadline = new Deadline(config.deadline());
        Uni<SourceAnswer<ExternalTitle>> asked = query.anilistId() == null
                ? sources.titles(ANILIST, query.text(), query.type(), deadline.left())
                : sources.title(ANILIST, query.anilistId(), deadline.left());
        return asked.flatMap(answer -> {
            List<SourceReport> reports = List.of(answer.report());
            Optional<ExternalTitle> found = best(query, answer.items());
            if (found.isPresent()) {
                return withChapters(found.get(), reports, deadline);
            }
            // A title of unknown type may be an anime, of which only AniList can tell that there is none.
            boolean mangaDexMayKnow = query.anilistId() == null
                    && (query.type() == TitleType.MANGA
                            || query.type() == null && !answer.report().status().missing());
            return mangaDexMayKnow
                    ? ofMangaDex(query, reports, deadline)
                    : Uni.createFrom().failure(nothing(reports));
        });
    }

    private static Optional<ExternalTitle> best(TitleMaxQuery query, List<ExternalTitle> items) {
        return query.text() == null
                ? items.stream().findFirst()
                : TitleMatch.ranked(query.text(), items).stream().findFirst();
    }

    private static RuntimeException nothing(List<SourceReport> reports) {
        boolean asked = reports.stream().anyMatch(report -> report.status() != SourceStatus.NOT_CONFIGURED);
        return asked && TitleSearchResponse.complete(reports)
                ? new TitleNotFoundException()
                : new SourcesUnavailableException(reports);
    }

    /** AniList counts the chapters of a manga when it is complete; until then MangaDex may know how many are out. */
    private Uni<TitleMaxResponse> withChapters(ExternalTitle title, List<SourceReport> reports, Deadline deadline) {
        if (title.type() != TitleType.MANGA || title.released() != null || !sources.has(MANGADEX)) {
            return Uni.createFrom().item(TitleMaxResponse.of(title, reports));
        }
        String text =
                title.titles().romaji() == null ? title.title() : title.titles().romaji();
        return sources.titles(MANGADEX, text, TitleType.MANGA, deadline.left())
                .flatMap(answer -> answer.items().stream()
                        .filter(candidate -> TitleMatch.same(title, candidate))
                        .findFirst()
                        .map(same -> counted(same, deadline)
                                .map(counted -> TitleMaxResponse.of(
                                        counted.items().stream()
                                                .findFirst()
                                                .map(known -> title.toBuilder()
                                                        .complete(known)
                                                        .build())
                                                .orElse(title),
                                        joined(reports, counted.report()))))
                        .orElseGet(() ->
                                Uni.createFrom().item(TitleMaxResponse.of(title, joined(reports, answer.report())))));
    }

    private Uni<TitleMaxResponse> ofMangaDex(TitleMaxQuery query, List<SourceReport> reports, Deadline deadline) {
        return sources.titles(MANGADEX, query.text(), TitleType.MANGA, deadline.left())
                .flatMap(answer -> best(query, answer.items())
                        .map(title -> counted(title, deadline)
                                .map(counted -> TitleMaxResponse.of(
                                        counted.items().stream().findFirst().orElse(title),
                                        joined(reports, counted.report()))))
                        .orElseGet(() -> Uni.createFrom().failure(nothing(joined(reports, answer.report())))));
    }

    private Uni<SourceAnswer<ExternalTitle>> counted(ExternalTitle ofMangaDex, Deadline deadline) {
        return sources.title(MANGADEX, ofMangaDex.externalId(), deadline.left());
    }

    private static List<SourceReport> joined(List<SourceReport> reports, SourceReport further) {
        List<SourceReport> all = new ArrayList<>(reports);
        all.add(further);
        return all;
    }

    /** What is left of the time for an answer that takes several questions. */
    private record Deadline(long endsAt) {

        Deadline(Duration time) {
            this(System.nanoTime() + time.toNanos());
        }

        Duration left() {
            return Duration.ofNanos(Math.max(1_000_000, endsAt - System.nanoTime()));
        }
    }
}
