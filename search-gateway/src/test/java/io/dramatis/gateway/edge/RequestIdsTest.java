package io.dramatis.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;

class RequestIdsTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void leavesTheClientsOwnTraceAsItIs() {
        String parent = "00-" + TRACE + "-00f067aa0ba902b7-01";
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("traceparent", parent);

        RequestIds.carry(headers, TRACE);

        assertThat(headers.getAll("traceparent")).containsExactly(parent);
    }

    @Test
    void replacesWhatIsNoTrace() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("traceparent", "00-" + "0".repeat(32) + "-x-01");

        RequestIds.carry(headers, TRACE);

        assertThat(headers.getAll("traceparent"))
                .singleElement()
                .asString()
                .matches("00-" + TRACE + "-[0-9a-f]{16}-00");
    }
}
