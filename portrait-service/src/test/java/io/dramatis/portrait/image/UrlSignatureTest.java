package io.dramatis.portrait.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.dramatis.portrait.image.SigningKeys.Keys;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UrlSignatureTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final UUID SESSION = UUID.randomUUID();
    private static final String FILE = "a".repeat(64) + ".png";
    private static final String OLD = "old:" + "o".repeat(32);
    private static final String NEW = "new:" + "n".repeat(32);
    private static final Keys KEYS = Keys.of(List.of(OLD));

    private final UrlSignature signed = UrlSignature.sign(SESSION, FILE, null, NOON.plusSeconds(60), KEYS);

    @Test
    void holdsUntilItExpires() {
        assertThat(signed.verify(SESSION, FILE, null, NOON, KEYS)).isEqualTo(NOON.plusSeconds(60));
        assertThat(signed.verify(SESSION, FILE, null, NOON.plusSeconds(59), KEYS))
                .isNotNull();
        assertThat(signed.verify(SESSION, FILE, null, NOON.plusSeconds(60), KEYS))
                .isNull();
    }

    @Test
    void holdsForNothingElse() {
        String later = Long.toString(NOON.plusSeconds(600).getEpochSecond());

        assertThat(signed.verify(UUID.randomUUID(), FILE, null, NOON, KEYS)).isNull();
        assertThat(signed.verify(SESSION, "b".repeat(64) + ".png", null, NOON, KEYS))
                .isNull();
        assertThat(signed.verify(SESSION, FILE, 64, NOON, KEYS)).isNull();
        assertThat(new UrlSignature(later, signed.key(), signed.signature()).verify(SESSION, FILE, null, NOON, KEYS))
                .isNull();
        for (String broken : new String[] {null, "", "!", "AAAA", signed.signature() + "A", later}) {
            assertThat(new UrlSignature(signed.expires(), signed.key(), broken).verify(SESSION, FILE, null, NOON, KEYS))
                    .isNull();
            assertThat(new UrlSignature(broken, signed.key(), signed.signature())
                            .verify(SESSION, FILE, null, NOON, KEYS))
                    .isNull();
            assertThat(new UrlSignature(signed.expires(), broken, signed.signature())
                            .verify(SESSION, FILE, null, NOON, KEYS))
                    .isNull();
        }
    }

    @Test
    void outlivesARotationOfKeysUntilItsKeyIsGone() {
        Keys rotated = Keys.of(List.of(NEW, OLD));

        assertThat(signed.verify(SESSION, FILE, null, NOON, rotated)).isNotNull();
        assertThat(UrlSignature.sign(SESSION, FILE, null, NOON, rotated).key()).isEqualTo("new");
        assertThat(signed.verify(SESSION, FILE, null, NOON, Keys.of(List.of(NEW))))
                .isNull();
        assertThat(rotated.toString()).doesNotContain("nnnn").doesNotContain("oooo");
    }
}
