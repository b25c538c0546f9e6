package io.dramatis.kit.paging;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of a list.
 *
 * @param nextCursor for the next page; null on the last
 */
@Schema(requiredProperties = "items")
public record Page<T>(List<T> items, String nextCursor) {

    /**
     * A page of rows that were fetched with a limit one higher than asked, which tells whether there are more.
     *
     * @param key the sort key of a row
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<? super T, Cursor> key) {
        if (rows.size() <= limit) {
            return new Page<>(List.copyOf(rows), null);
        }
        List<T> items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, key.apply(items.get(limit - 1)).encode());
    }

    public <R> Page<R> map(Function<? super T, R> mapper) {
        return new Page<>(items.stream().<R>map(mapper).toList(), nextCursor);
    }
}
