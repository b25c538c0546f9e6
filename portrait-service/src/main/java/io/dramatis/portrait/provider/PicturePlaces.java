package io.dramatis.portrait.provider;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Where work on pictures is done: few at a time, whoever brings them, as each needs a multiple of their memory. */
public interface PicturePlaces {

    /** Does the work on a worker thread as soon as there is a place, however long that takes. */
    <T> Uni<T> whenFree(Supplier<T> work);
}
