package io.dramatis.portrait.provider;

import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Somebody who makes images. Each kind lives in a package of its own below this one; being a bean, or a member of an
 * {@link ImageProviderFamily}, is all it takes to be offered.
 *
 * <p>How it fails decides what follows: an {@link ImageRefusedException} ends the job, a {@link ProviderException} says
 * itself, and any other failure is tried again. It is called through its guard only, which bounds how many calls run,
 * how often and how long; a call that takes too long is cancelled and should stop its work then.
 */
public interface ImageProvider {

    /** As clients name it: lower snake case, never changed. */
    String id();

    /** What it can do, as configured; asked often, so without asking anybody. */
    ProviderCapabilities capabilities();

    /** Exactly as many images as asked. Nothing happens before the subscription. */
    Uni<List<ProvidedImage>> generate(ImageRequest request);

    /** Whether it would take a request now, found out cheaply; fails as {@link #generate} would. */
    default Uni<Void> check() {
        return Uni.createFrom().voidItem();
    }
}
