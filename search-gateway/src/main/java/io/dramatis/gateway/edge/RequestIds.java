package io.dramatis.gateway.edge;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceId;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The ids by which the logs of all services are joined. They are the tracer's where it looks at requests; otherwise
 * they are made here, which costs a hundredth of a span that nobody is going to collect.
 */
final class RequestIds {

    private static final CharSequence TRACEPARENT = HttpHeaders.createOptimized("traceparent");
    private static final int TRACEPARENT_LENGTH = 55;
    private static final int LONGEST_REQUEST_ID = 64;

    private RequestIds() {}

    /** The trace that the request belongs to by its own {@code traceparent}, or a new one. */
    static String trace(HttpServerRequest request) {
        SpanContext span = Span.current().getSpanContext();
        if (span.isValid()) {
            return span.getTraceId();
        }
        String given = traceOf(request.headers());
        if (given != null) {
            return given;
        }
        ThreadLocalRandom random = ThreadLocalRandom.current();
        // An id of zeros alone counts as none.
        return TraceId.fromLongs(random.nextLong(), random.nextLong() | 1);
    }

    /** The client's own id where it is a tame one, else the trace's. */
    static String request(HttpServerRequest request, String traceId) {
        String given = request.getHeader(EdgeHeaders.REQUEST_ID);
        return given != null && isTame(given) ? given : traceId;
    }

    /** Says to a service which trace its part belongs to, unless the tracer will do that. */
    static void carry(MultiMap headers, String traceId) {
        if (!traceId.equals(traceOf(headers))) {
            String spanId = SpanId.fromLong(ThreadLocalRandom.current().nextLong() | 1);
            headers.set(TRACEPARENT, "00-" + traceId + "-" + spanId + "-00");
        }
    }

    /** Null where there is none, or none that can be read. */
    private static String traceOf(MultiMap headers) {
        String parent = headers.get(TRACEPARENT);
        if (parent == null || parent.length() != TRACEPARENT_LENGTH || !parent.startsWith("00-")) {
            return null;
        }
        String traceId = parent.substring(3, 35);
        return TraceId.isValid(traceId) && SpanId.isValid(parent.substring(36, 52)) ? traceId : null;
    }

    private static boolean isTame(String id) {
        if (id.isEmpty() || id.length() > LONGEST_REQUEST_ID) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean tame = c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || c == '.'
                    || c == '_'
                    || c == '-';
            if (!tame) {
                return false;
            }
        }
        return true;
    }
}
