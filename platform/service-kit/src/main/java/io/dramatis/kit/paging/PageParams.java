package io.dramatis.kit.paging;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * The query parameters of every list; take it as {@code @Valid @BeanParam}. The limit is text until it is validated: a
 * number's failed conversion would be answered as an unknown path.
 */
public class PageParams {

    @QueryParam("limit")
    @DefaultValue("20")
    @Pattern(regexp = "[1-9][0-9]?|100", message = "must be a whole number from 1 to 100")
    @Parameter(description = "Items on a page, 1–100")
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "next_cursor of the page before")
    String cursor;

    public int limit() {
        return Integer.parseInt(limit);
    }

    /** @throws io.dramatis.kit.error.DomainException INVALID_CURSOR */
    public Optional<Cursor> cursor() {
        return cursor == null || cursor.isEmpty() ? Optional.empty() : Optional.of(Cursor.parse(cursor));
    }
}
