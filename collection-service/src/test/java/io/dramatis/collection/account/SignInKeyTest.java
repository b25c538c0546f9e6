package io.dramatis.collection.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignInKeyTest {

    @Test
    void isOfNameAndAddressTogether() {
        assertThat(SignInKey.of("frodo", "192.0.2.1"))
                .isEqualTo(SignInKey.of("Frodo", "192.0.2.1"))
                .isNotEqualTo(SignInKey.of("sam", "192.0.2.1"))
                .isNotEqualTo(SignInKey.of("frodo", "192.0.2.2"));
    }

    @Test
    void takesANetworkOfIpv6ForOneClient() {
        assertThat(SignInKey.of("frodo", "2001:db8:1:2::1"))
                .isEqualTo(SignInKey.of("frodo", "2001:db8:1:2:ffff::9"))
                .isNotEqualTo(SignInKey.of("frodo", "2001:db8:1:3::1"));
    }

    @Test
    void takesAnyTextForAnAddress() {
        assertThat(SignInKey.of("frodo", null)).isNotEqualTo(SignInKey.of("frodo", "unknown"));
    }
}
