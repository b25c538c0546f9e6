package io.dramatis.portrait.image;

import io.dramatis.events.PortraitChanged;
import io.dramatis.kit.id.Ids;
import io.dramatis.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Changes what stands for a character: one change at a time, remembered, and told to the world. All of it inside the
 * caller's transaction, after {@link #lock}.
 */
@ApplicationScoped
class Portraits {

    private final PortraitRepository portraits;
    private final ImageRepository images;
    private final GalleryConfig config;
    private final Outbox outbox;
    private final Ids ids;
    private final InstantSource clock;

    Portraits(
            PortraitRepository portraits,
            ImageRepository images,
            GalleryConfig config,
            Outbox outbox,
            Ids ids,
            InstantSource clock) {
        this.portraits = portraits;
        this.images = images;
        this.config = config;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** Before anything that decides about the character's portrait is read. */
    Uni<Void> lock(UUID characterId) {
        return portraits.lock(characterId);
    }

    /** Null where there is none. */
    Uni<UUID> imageIdOf(UUID characterId) {
        return portraits.imageIdOf(characterId);
    }

    /** Makes it the portrait, and tells so. */
    Uni<Void> change(ImageEntity image, ChangeReason reason) {
        return images.setPortrait(image.characterId, image.id)
                .chain(() -> remember(image.characterId, image.ownerId, image.id, reason))
                .chain(changedAt -> outbox.append(new PortraitChanged(
                        image.characterId, image.ownerId, image.toEvent(), image.prompt, changedAt)));
    }

    /** Leaves the character without a portrait, and tells so. */
    Uni<Void> takeAway(UUID characterId, UUID ownerId, ChangeReason reason) {
        return portraits
                .clear(characterId)
                .chain(() -> remember(characterId, ownerId, null, reason))
                .chain(changedAt -> outbox.append(new PortraitChanged(characterId, ownerId, null, null, changedAt)));
    }

    /**
     * Notes a change.
     *
     * @return when it happened: now, but after the change before, even if that was made where the clock is ahead
     */
    Uni<Instant> remember(UUID characterId, UUID ownerId, UUID imageId, ChangeReason reason) {
        return portraits.lastChange(characterId).chain(last -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            PortraitHistoryEntity change = new PortraitHistoryEntity();
            change.id = ids.next();
            change.characterId = characterId;
            change.ownerId = ownerId;
            change.imageId = imageId;
            change.reason = reason.wire();
            change.changedAt = last == null || last.isBefore(now)
                    ? now
                    : last.truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
            return portraits
                    .persist(change)
                    .chain(portraits::flush)
                    .chain(() -> portraits.keepNewest(characterId, config.historyLimit()))
                    .replaceWith(change.changedAt);
        });
    }
}
