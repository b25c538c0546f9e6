package io.dramatis.portrait.image;

import io.dramatis.portrait.likeness.Likeness;
import io.dramatis.portrait.likeness.LikenessMeter;
import io.dramatis.portrait.provider.ProvidedImage;
import io.dramatis.portrait.provider.ReferenceImage;
import io.dramatis.portrait.provider.Sitters;
import io.dramatis.portrait.storage.ArtifactStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** How much the faces of two stored images resemble each other. */
@ApplicationScoped
class ImageLikeness {

    private static final Logger LOG = Logger.getLogger(ImageLikeness.class);

    private final ArtifactStore store;
    private final LikenessMeter meter;
    private final PictureWorkers workers;
    private final Sitters sitters;

    ImageLikeness(ArtifactStore store, LikenessMeter meter, PictureWorkers workers, Sitters sitters) {
        this.store = store;
        this.meter = meter;
        this.workers = workers;
        this.sitters = sitters;
    }

    /** Null where one of the files is gone or damaged. */
    Uni<Likeness> between(ImageEntity image, ImageEntity other) {
        return workers.guard(() -> store.read(image.path)
                        .chain(one -> store.read(other.path).chain(two -> between(image, one, other, two))))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("likeness is not known image_id=%s other=%s reason=%s", image.id, other.id, failure);
                    return null;
                });
    }

    private Uni<Likeness> between(ImageEntity image, Buffer content, ImageEntity other, Buffer others) {
        if (content == null || others == null) {
            return Uni.createFrom().nullItem();
        }
        ReferenceImage reference = image.asReference(content, sitters);
        ProvidedImage compared = new ProvidedImage(
                others.getBytes(), other.seed, other.prompt, null, null, null, sitters.read(other.sitter));
        return meter.between(reference, List.of(compared)).map(found -> found.get(0));
    }
}
