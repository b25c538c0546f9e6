package io.dramatis.portrait.likeness;

import io.dramatis.kit.image.PictureLimits;
import io.dramatis.kit.image.Pictures;
import io.dramatis.kit.image.UnreadablePictureException;
import io.dramatis.portrait.provider.ProvidedImage;
import io.dramatis.portrait.provider.ReferenceImage;
import io.dramatis.portrait.provider.Sitter;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Compares the faces of pictures by their pixels, whoever made them. */
@ApplicationScoped
public class LikenessMeter {

    /** More than a face needs; what is larger is thinned out while it is read. */
    private static final long KEPT_PIXELS = 1_500_000;

    private final double threshold;
    private final PictureLimits limits;

    LikenessMeter(LikenessConfig config) {
        this.threshold = config.threshold();
        this.limits = new PictureLimits(config.maxSide(), config.maxPixels(), KEPT_PIXELS);
    }

    /**
     * The likeness of each picture to the reference, in the order of the pictures. Works on one worker thread, with one
     * picture in memory at a time. Fails with an {@link UnreadablePictureException} where one of them cannot be read.
     */
    public Uni<List<Likeness>> between(ReferenceImage reference, List<ProvidedImage> images) {
        return Uni.createFrom()
                .item(Unchecked.supplier(() -> compare(reference, images)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private List<Likeness> compare(ReferenceImage reference, List<ProvidedImage> images)
            throws UnreadablePictureException {
        FaceSketch wanted = sketch(reference.content(), reference.sitter());
        List<Likeness> found = new ArrayList<>(images.size());
        for (ProvidedImage image : images) {
            double value = wanted.likeness(sketch(image.content(), image.sitter()));
            found.add(new Likeness(value, value >= threshold));
        }
        return found;
    }

    private FaceSketch sketch(byte[] content, Sitter sitter) throws UnreadablePictureException {
        BufferedImage picture = Pictures.read(content, limits);
        return sitter == null
                ? FaceSketch.of(picture, null, null)
                : FaceSketch.of(picture, sitter.face(), sitter.preset());
    }
}
