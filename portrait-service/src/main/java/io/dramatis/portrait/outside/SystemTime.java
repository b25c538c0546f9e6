package io.dramatis.portrait.outside;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The clock that waits and rests are measured by, so that a test can turn it. */
class SystemTime {

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }
}
