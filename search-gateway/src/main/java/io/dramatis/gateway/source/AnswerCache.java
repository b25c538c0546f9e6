package io.dramatis.gateway.source;

import java.util.Optional;

/** Where answers are kept between searches; bounded, and free to forget at any time. */
interface AnswerCache {

    /**
     * @param source id of the source
     * @param text the folded query
     */
    record Key(String source, String operation, String facet, String text) {

        static Key of(String source, SourceQuestion<?> question) {
            String folded = FoldedText.of(question.text());
            // Nothing is left of a query of emoji, and two such queries are not the same.
            return new Key(source, question.operation(), question.facet(), folded.isEmpty() ? question.text() : folded);
        }
    }

    /** @param type of the elements, the one with which the answer was put */
    <T> Optional<CachedAnswer<T>> get(Key key, Class<T> type);

    <T> void put(Key key, Class<T> type, CachedAnswer<T> answer);
}
