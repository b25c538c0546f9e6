package io.dramatis.kit.paging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters of every list; take it as {@code @Valid @BeanParam}. */
public class PageParams {

    @QueryParam("limit")
    @DefaultValue("20")
    @Min(value = 1, message = "must be from 1 to 100")
    @Max(value = 100, message = "must be from 1 to 100")
    @Parameter(description = "Items on a page, 1–100")
    Integer limit;

    @QueryParam("cursor")
    @Parameter(description = "next_cursor of the page before")
    String cursor;

    public int limit() {
        return limit;
    }

    /** @throws io.dramatis.kit.error.DomainException INVALID_CURSOR */
    public Optional<Cursor> cursor() {
        return cursor == null || cursor.isEmpty() ? Optional.empty() : Optional.of(Cursor.parse(cursor));
    }
}
