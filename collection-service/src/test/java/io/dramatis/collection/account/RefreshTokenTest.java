package io.dramatis.collection.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokenTest {

    private final SecureRandom random = new SecureRandom();

    @Test
    void isReadBackWithTheSameHash() {
        RefreshToken token = RefreshToken.create(random);

        assertThat(RefreshToken.parse(token.value()))
                .hasValueSatisfying(parsed -> assertThat(parsed.hash()).isEqualTo(token.hash()));
        assertThat(token.hash()).hasSize(32);
    }

    @Test
    void isDifferentEachTimeAndKeepsItsSecret() {
        RefreshToken token = RefreshToken.create(random);

        assertThat(RefreshToken.create(random).value()).isNotEqualTo(token.value());
        assertThat(token.toString()).doesNotContain(token.value());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "short",
                "with space 00000000000000000000000000000000",
                "ü0000000000000000000000000000000000000000000"
            })
    void isNothingElse(String text) {
        assertThat(RefreshToken.parse(text)).isEmpty();
    }
}
