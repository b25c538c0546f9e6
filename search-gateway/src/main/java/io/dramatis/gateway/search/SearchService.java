package io.dramatis.gateway.search;

import io.dramatis.gateway.source.FoundCharacter;
import io.dramatis.gateway.source.SourceAnswer;
import io.dramatis.gateway.source.SourceQuery;
import io.dramatis.gateway.source.SourceReport;
import io.dramatis.gateway.source.Sources;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Carries out a category's plan within the deadline. */
@ApplicationScoped
class SearchService {

    private final Sources sources;
    private final MergedAnswers merged;
    private final SearchConfig config;

    SearchService(Sources sources, MergedAnswers merged, SearchConfig config) {
        this.sources = sources;
        this.merged = merged;
        this.config = config;
    }

    Uni<SearchResponse> search(SearchRequest request) {
        Course course = new Course(request.query());
        return Uni.join()
                .all(course.askFirst())
                .andFailFast()
                .flatMap(first -> course.isOver(first)
                        ? Uni.createFrom().item(first)
                        : Uni.join().all(course.askFallback()).andFailFast().map(second -> joined(first, second)))
                .map(answers -> response(request, answers));
    }

    /** The same piece by piece: each source's results as they come, then all of them merged. */
    Multi<SearchNews> follow(SearchRequest request) {
        return Multi.createFrom().deferred(() -> {
            Course course = new Course(request.query());
            List<SourceAnswer<FoundCharacter>> arrived = new ArrayList<>();
            Multi<SearchNews> first = asTheyCome(course.askFirst(), arrived, request);
            Multi<SearchNews> fallback = Multi.createFrom()
                    .deferred(() -> course.isOver(arrived)
                            ? Multi.createFrom().empty()
                            : asTheyCome(course.askFallback(), arrived, request));
            Multi<SearchNews> done = Multi.createFrom()
                    .deferred(() -> Multi.createFrom().item(new SearchNews.Done(done(request, arrived))));
            return Multi.createBy().concatenating().streams(first, fallback, done);
        });
    }

    private static Multi<SearchNews> asTheyCome(
            List<Uni<SourceAnswer<FoundCharacter>>> asked,
            List<SourceAnswer<FoundCharacter>> arrived,
            SearchRequest request) {
        return Multi.createBy()
                .merging()
                .withConcurrency(asked.size())
                .streams(asked.stream().map(Uni::toMulti).toList())
                .invoke(arrived::add)
                .map(answer -> new SearchNews.Results(
                        answer.report(),
                        ResultMerger.merge(request.query().text(), List.of(), List.of(answer), request.limit())));
    }

    /** The answers of a search in the plan's order, whatever order they came in. */
    private SearchResponse done(SearchRequest request, List<SourceAnswer<FoundCharacter>> arrived) {
        List<String> plan = SearchPlan.of(request.query().category()).order();
        List<SourceAnswer<FoundCharacter>> ordered = new ArrayList<>(arrived);
        ordered.sort(
                Comparator.comparingInt(answer -> plan.indexOf(answer.report().source())));
        return response(request, ordered);
    }

    private SearchResponse response(SearchRequest request, List<SourceAnswer<FoundCharacter>> answers) {
        List<SourceReport> reports = answers.stream().map(SourceAnswer::report).toList();
        return new SearchResponse(
                request.query().text(),
                request.query().category(),
                merged.of(request, answers),
                reports,
                reports.stream().noneMatch(report -> report.status().missing()));
    }

    private static List<SourceAnswer<FoundCharacter>> joined(
            List<SourceAnswer<FoundCharacter>> first, List<SourceAnswer<FoundCharacter>> second) {
        List<SourceAnswer<FoundCharacter>> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** One search's way through its plan, and the time that it has left. */
    private final class Course {

        private final SourceQuery query;
        private final SearchPlan plan;
        private final boolean canFallBack;
        private final long start = System.nanoTime();

        Course(SourceQuery query) {
            this.query = query;
            this.plan = SearchPlan.of(query.category());
            this.canFallBack = plan.fallback().stream().anyMatch(sources::has);
        }

        List<Uni<SourceAnswer<FoundCharacter>>> askFirst() {
            return ask(plan.first(), canFallBack ? config.fallbackAfter() : config.deadline());
        }

        boolean isOver(List<SourceAnswer<FoundCharacter>> first) {
            return !canFallBack
                    || first.stream().anyMatch(answer -> !answer.items().isEmpty());
        }

        List<Uni<SourceAnswer<FoundCharacter>>> askFallback() {
            Duration left = config.deadline().minusNanos(System.nanoTime() - start);
            return ask(plan.fallback(), left.isNegative() ? Duration.ofMillis(1) : left);
        }

        private List<Uni<SourceAnswer<FoundCharacter>>> ask(List<String> ids, Duration patience) {
            return ids.stream()
                    .map(id -> sources.characters(id, query, patience))
                    .toList();
        }
    }
}
