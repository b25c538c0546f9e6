package io.dramatis.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {

    @Test
    void decodesSegments() {
        assertThat(RequestPath.segments("/")).contains(List.of());
        assertThat(RequestPath.segments("/api/%63haracters/")).contains(List.of("api", "characters"));
        assertThat(RequestPath.segments("/api/%D0%9B")).contains(List.of("api", "Л"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "api",
                "*",
                "//",
                "/api//characters",
                "/api/../q/health",
                "/api/%2e%2e/q",
                "/api/%2E./q",
                "/api/./x",
                "/api/a%2fb",
                "/api/a%5Cb",
                "/api/a\\b",
                "/api/a;b=c",
                "/api/a%00",
                "/api/a%0d%0aX:y",
                "/api/%",
                "/api/%4",
                "/api/%zz",
                "/api/%ff%fe",
                "/api/%c0%ae%c0%ae",
                "/api/%252e%252e"
            })
    void refusesWhatTwoServersMightReadDifferently(String path) {
        assertThat(RequestPath.segments(path)).isEmpty();
    }
}
