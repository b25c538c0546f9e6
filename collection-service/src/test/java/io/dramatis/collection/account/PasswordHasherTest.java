package io.dramatis.collection.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {

    private static final PasswordHasher.Cost LOW = new PasswordHasher.Cost(64, 1, 1);

    private final PasswordHasher hasher = new PasswordHasher(LOW, new SecureRandom());

    @Test
    void matchesItsOwnHashesOnly() {
        String hash = hasher.hash("correct horse");

        assertThat(hasher.matches("correct horse", hash)).isTrue();
        assertThat(hasher.matches("Correct horse", hash)).isFalse();
        assertThat(hasher.matches("", hash)).isFalse();
    }

    @Test
    void saltsEachHash() {
        assertThat(hasher.hash("same")).isNotEqualTo(hasher.hash("same"));
    }

    @Test
    void writesThePhcStringFormat() {
        assertThat(hasher.hash("x"))
                .matches("\\$argon2id\\$v=19\\$m=64,t=1,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    /** From test.c of the reference implementation, P-H-C/phc-winner-argon2. */
    @Test
    void agreesWithTheReferenceImplementation() {
        String reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertThat(hasher.matches("password", reference)).isTrue();
        assertThat(hasher.matches("passwore", reference)).isFalse();
    }

    @Test
    void knowsHashesOfAnotherCost() {
        String weaker = new PasswordHasher(new PasswordHasher.Cost(32, 1, 1), new SecureRandom()).hash("x");

        assertThat(hasher.matches("x", weaker)).isTrue();
        assertThat(hasher.isOutdated(weaker)).isTrue();
        assertThat(hasher.isOutdated(hasher.hash("x"))).isFalse();
    }

    @Test
    void checksAStrangerAtTheSameCost() {
        assertThat(hasher.isOutdated(hasher.nobodysHash())).isFalse();
        assertThat(hasher.matches("anything", hasher.nobodysHash())).isFalse();
    }

    @Test
    void takesAnyUnicodeFormOfThePassword() {
        assertThat(hasher.matches("Ame\u0301lie", hasher.hash("Am\u00e9lie"))).isTrue();
    }

    @Test
    void refusesWhatIsNoHash() {
        assertThatThrownBy(() -> hasher.matches("x", "$2b$12$abc")).isInstanceOf(IllegalArgumentException.class);
    }
}
