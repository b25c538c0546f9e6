package io.dramatis.catalog.character;

import io.dramatis.events.GeneratedImage;
import io.dramatis.events.GenerationCompleted;
import io.dramatis.events.PortraitChanged;
import io.dramatis.kit.persistence.DatabaseTime;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * A character's portrait, and which generation or other change it came from. Where a portrait was taken away, only the
 * time of that is left, so that nothing older brings it back.
 */
@Embeddable
class PortraitColumns {

    /**
     * Later changes are newer; job ids are UUIDv7 and decide between equal times, and where there are none, anything
     * that decides the same in every order.
     */
    private static final Comparator<PortraitColumns> BY_AGE = Comparator.comparing(
                    (PortraitColumns portrait) -> portrait.completedAt)
            .thenComparing(portrait -> String.valueOf(portrait.jobId))
            .thenComparing(portrait -> String.valueOf(portrait.imageId));

    @Column(name = "portrait_url")
    String url;

    @Column(name = "portrait_path")
    String path;

    @Column(name = "portrait_prompt")
    String prompt;

    @Column(name = "portrait_image_id")
    UUID imageId;

    @Column(name = "portrait_job_id")
    UUID jobId;

    @Column(name = "portrait_completed_at")
    Instant completedAt;

    /** Of the first image, which is the portrait. */
    static PortraitColumns of(GenerationCompleted result) {
        GeneratedImage image = result.images().get(0);
        PortraitColumns portrait = new PortraitColumns();
        portrait.url = image.url();
        portrait.path = image.path();
        portrait.prompt = result.prompt();
        portrait.imageId = image.imageId();
        portrait.jobId = result.jobId();
        // Finer than it is kept, the same completion would look newer than itself when it is told again.
        portrait.completedAt = DatabaseTime.of(result.completedAt());
        return portrait;
    }

    static PortraitColumns of(PortraitChanged change) {
        PortraitColumns portrait = new PortraitColumns();
        if (change.image() != null) {
            portrait.url = change.image().url();
            portrait.path = change.image().path();
            portrait.prompt = change.prompt();
            portrait.imageId = change.image().imageId();
        }
        portrait.completedAt = DatabaseTime.of(change.changedAt());
        return portrait;
    }

    boolean isThere() {
        return url != null;
    }

    /** @param present null where there is no portrait yet */
    boolean isNewerThan(PortraitColumns present) {
        return present == null || BY_AGE.compare(this, present) > 0;
    }
}
