package io.dramatis.portrait.provider;

import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Somebody who makes images. Each lives in a package of its own below this one; being a bean is all it takes to be
 * offered. A failure that a retry may mend is any exception; one that no retry mends is an
 * {@link ImageRefusedException}.
 */
public interface ImageProvider {

    /** As clients name it: lower snake case. */
    String id();

    /** As many images as asked, in any bitmap format ImageIO reads. */
    Uni<List<byte[]>> generate(ImageRequest request);
}
