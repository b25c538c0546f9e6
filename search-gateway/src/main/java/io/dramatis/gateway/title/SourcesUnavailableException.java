package io.dramatis.gateway.title;

import io.dramatis.gateway.source.SourceReport;
import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import java.time.Duration;
import java.util.List;

/** Nothing can be said, as a source that might know did not answer. */
class SourcesUnavailableException extends DomainException {

    private static final long serialVersionUID = 1L;
    private static final long USUAL_WAIT_S = 30;

    SourcesUnavailableException(List<SourceReport> reports) {
        super(ErrorCode.SOURCE_UNAVAILABLE, "A source that may know this title does not answer. Ask again later.");
        List<SourceReport> missing =
                reports.stream().filter(report -> report.status().missing()).toList();
        with("sources", missing.stream().map(SourceReport::source).toList());
        retryAfter(Duration.ofSeconds(missing.stream()
                .map(SourceReport::retryAfterS)
                .mapToLong(wait -> wait == null ? USUAL_WAIT_S : wait)
                .max()
                .orElse(USUAL_WAIT_S)));
    }
}
