package io.dramatis.gateway.source;

import java.util.Optional;

/** Where answers are kept between searches; bounded, and free to forget at any time. */
interface AnswerCache {

    /**
     * @param source id of the source
     * @param facet what of the category the source looks at
     * @param text the folded query
     */
    record Key(String source, String facet, String text) {}

    Optional<CachedAnswer> get(Key key);

    void put(Key key, CachedAnswer answer);
}
