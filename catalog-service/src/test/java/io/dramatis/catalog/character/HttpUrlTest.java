package io.dramatis.catalog.character;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpUrlTest {

    private final HttpUrl.Validator validator = new HttpUrl.Validator();

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "https://example.com/a.png",
                "HTTP://example.com:8080/a?b=c#d",
                "https://s4.anilist.co/file/anilistcdn/character/large/b1-ChxaldmieFlQ.png",
                "https://en.wikipedia.org/wiki/%C3%89owyn"
            })
    void takesWebAddresses(String text) {
        assertThat(validator.isValid(text, null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "ftp://example.com/a",
                "//example.com/a",
                "/a.png",
                "example.com",
                "https://",
                "https:///path",
                "https://user:secret@example.com/",
                "https://exa mple.com/"
            })
    void refusesEverythingElse(String text) {
        assertThat(validator.isValid(text, null)).isFalse();
    }
}
