package io.dramatis.gateway.search;

import io.dramatis.gateway.source.FoundCharacter;
import io.dramatis.gateway.source.SourceAnswer;
import io.dramatis.gateway.source.SourceQuery;
import io.dramatis.gateway.source.SourceReport;
import io.dramatis.gateway.source.Sources;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Carries out a category's plan within the deadline. */
@ApplicationScoped
class SearchService {

    private final Sources sources;
    private final SearchConfig config;

    SearchService(Sources sources, SearchConfig config) {
        this.sources = sources;
        this.config = config;
    }

    Uni<SearchResponse> search(SearchRequest request) {
        SourceQuery query = request.query();
        SearchPlan plan = SearchPlan.of(query.category());
        long start = System.nanoTime();
        boolean canFallBack = plan.fallback().stream().anyMatch(sources::has);
        return ask(plan.first(), query, canFallBack ? config.fallbackAfter() : config.deadline())
                .flatMap(first -> {
                    if (!canFallBack
                            || first.stream().anyMatch(answer -> !answer.items().isEmpty())) {
                        return Uni.createFrom().item(first);
                    }
                    Duration left = config.deadline().minusNanos(System.nanoTime() - start);
                    return ask(plan.fallback(), query, left.isNegative() ? Duration.ofMillis(1) : left)
                            .map(second -> joined(first, second));
                })
                .map(answers -> response(request, answers));
    }

    private Uni<List<SourceAnswer<FoundCharacter>>> ask(List<String> ids, SourceQuery query, Duration patience) {
        List<Uni<SourceAnswer<FoundCharacter>>> asked =
                ids.stream().map(id -> sources.characters(id, query, patience)).toList();
        return Uni.join().all(asked).andFailFast();
    }

    private static List<SourceAnswer<FoundCharacter>> joined(
            List<SourceAnswer<FoundCharacter>> first, List<SourceAnswer<FoundCharacter>> second) {
        List<SourceAnswer<FoundCharacter>> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static SearchResponse response(SearchRequest request, List<SourceAnswer<FoundCharacter>> answers) {
        List<SourceReport> reports = answers.stream().map(SourceAnswer::report).toList();
        return new SearchResponse(
                request.query().text(),
                request.query().category(),
                ResultMerger.merge(request.query().text(), answers, request.limit()),
                reports,
                reports.stream().noneMatch(report -> report.status().missing()));
    }
}
