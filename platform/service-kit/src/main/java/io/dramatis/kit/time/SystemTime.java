package io.dramatis.kit.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The one clock that lifetimes and pauses are measured by, so that a test can turn it. */
public class SystemTime {

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }
}
