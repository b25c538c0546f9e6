package io.dramatis.portrait.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=0-9, 0, 9",
        "bytes=5-, 5, 99",
        "bytes=-1, 99, 99",
        "bytes=-500, 0, 99",
        "bytes=90-999999999999999999, 90, 99",
        "bytes= 1-2, 1, 2",
    })
    void readsOneRange(String header, int first, int last) {
        assertThat(ByteRange.of(header, 100)).isEqualTo(new ByteRange(first, last));
        assertThat(ByteRange.of(header, 100).contentRange(100)).isEqualTo("bytes " + first + "-" + last + "/100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0", "bytes=999999999999999999-"})
    void saysWhereThereIsNothing(String header) {
        assertThat(ByteRange.of(header, 100).isEmpty()).isTrue();
        assertThat(ByteRange.of(header, 100).contentRange(100)).isEqualTo("bytes */100");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=9-5",
                "bytes=0-1,5-6",
                "lines=0-1",
                "bytes=a-b",
                "bytes=0x1-2",
                "bytes=9999999999999999999-"
            })
    void ignoresWhatIsNotOneRange(String header) {
        assertThat(ByteRange.of(header, 100)).isNull();
    }
}
