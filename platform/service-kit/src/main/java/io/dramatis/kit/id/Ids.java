package io.dramatis.kit.id;

import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.UUID;

/** New ids: UUIDv7, so that they sort by the time they were made. */
@ApplicationScoped
public class Ids {

    private final TimeBasedEpochGenerator generator = new TimeBasedEpochGenerator(new SecureRandom());

    public UUID next() {
        return generator.generate();
    }
}
