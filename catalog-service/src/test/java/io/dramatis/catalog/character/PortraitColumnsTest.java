package io.dramatis.catalog.character;

import static org.assertj.core.api.Assertions.assertThat;

import io.dramatis.events.GeneratedImage;
import io.dramatis.events.GenerationCompleted;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PortraitColumnsTest {

    private static final UUID EARLIER_JOB = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID LATER_JOB = UUID.fromString("01900000-0000-7000-8000-000000000002");
    private static final UUID FIRST_IMAGE = UUID.fromString("01900000-0000-7000-8000-000000000003");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456789Z");

    @Test
    void isNewerThanNone() {
        assertThat(portrait(EARLIER_JOB, NOON).isNewerThan(null)).isTrue();
    }

    @Test
    void isNewerWhenItWasCompletedLater() {
        assertThat(portrait(EARLIER_JOB, NOON.plusSeconds(1)).isNewerThan(portrait(LATER_JOB, NOON)))
                .isTrue();
        assertThat(portrait(LATER_JOB, NOON).isNewerThan(portrait(EARLIER_JOB, NOON.plusSeconds(1))))
                .isFalse();
    }

    @Test
    void isDecidedByTheJobAtTheSameTime() {
        assertThat(portrait(LATER_JOB, NOON).isNewerThan(portrait(EARLIER_JOB, NOON)))
                .isTrue();
        assertThat(portrait(EARLIER_JOB, NOON).isNewerThan(portrait(LATER_JOB, NOON)))
                .isFalse();
    }

    @Test
    void isNotNewerThanItself() {
        assertThat(portrait(LATER_JOB, NOON).isNewerThan(portrait(LATER_JOB, NOON)))
                .isFalse();
    }

    @Test
    void isTheFirstImage() {
        PortraitColumns portrait = portrait(LATER_JOB, NOON);

        assertThat(portrait.url).isEqualTo("/first.png");
        assertThat(portrait.completedAt).isEqualTo(Instant.parse("2026-01-01T12:00:00.123456Z"));
    }

    private static PortraitColumns portrait(UUID job, Instant completedAt) {
        return PortraitColumns.of(new GenerationCompleted(
                job,
                UUID.randomUUID(),
                UUID.randomUUID(),
                List.of(
                        new GeneratedImage(FIRST_IMAGE, "/first.png", "first.png", 1, 1),
                        new GeneratedImage(UUID.randomUUID(), "/second.png", "second.png", 1, 1)),
                "prompt",
                "raw",
                "builtin",
                null,
                "hash",
                completedAt,
                null));
    }
}
