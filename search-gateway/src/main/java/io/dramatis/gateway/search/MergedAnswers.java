package io.dramatis.gateway.search;

import io.dramatis.gateway.source.ExternalCharacter;
import io.dramatis.gateway.source.FoundCharacter;
import io.dramatis.gateway.source.SearchCategory;
import io.dramatis.gateway.source.SourceAnswer;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.CaffeineCache;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Merged answers, kept for as long as the sources' own answers are the same objects: merging takes a hundred times
 * longer than finding those in the cache. There is no age to look at; one new answer makes all of it anew.
 */
@ApplicationScoped
class MergedAnswers {

    private record Key(String text, SearchCategory category) {}

    /** @param parts the answers that {@code whole} was made of, in their order */
    private record Merged(List<List<FoundCharacter>> parts, List<ExternalCharacter> whole) {

        boolean isOf(List<SourceAnswer<FoundCharacter>> answers) {
            if (answers.size() != parts.size()) {
                return false;
            }
            for (int i = 0; i < parts.size(); i++) {
                List<FoundCharacter> part = parts.get(i);
                List<FoundCharacter> now = answers.get(i).items();
                if (part != now && !(part.isEmpty() && now.isEmpty())) {
                    return false;
                }
            }
            return true;
        }
    }

    private final CaffeineCache cache;

    MergedAnswers(@CacheName("merged-answers") Cache cache) {
        this.cache = cache.as(CaffeineCache.class);
    }

    /** @param answers in the order of the category's plan */
    List<ExternalCharacter> of(SearchRequest request, List<SourceAnswer<FoundCharacter>> answers) {
        Key key = new Key(request.query().text(), request.query().category());
        CompletableFuture<Merged> held = cache.getIfPresent(key);
        Merged merged = held == null ? null : held.getNow(null);
        if (merged == null || !merged.isOf(answers)) {
            List<String> plan = SearchPlan.of(key.category()).order();
            merged = new Merged(
                    answers.stream().map(SourceAnswer::items).toList(),
                    ResultMerger.merge(key.text(), plan, answers, SearchRequest.MAX_LIMIT));
            cache.put(key, CompletableFuture.completedFuture(merged));
        }
        List<ExternalCharacter> whole = merged.whole();
        return whole.subList(0, Math.min(request.limit(), whole.size()));
    }
}
