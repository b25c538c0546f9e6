package io.dramatis.portrait.provider;

import io.dramatis.kit.validation.WireValue;
import java.util.Locale;

/** What to expect of a provider now. */
enum ProviderStatus implements WireValue {
    AVAILABLE,
    /** Has enough to do, or has asked for a pause: jobs wait. */
    BUSY,
    /** Did not answer when it was last looked at, or fails too often. */
    UNAVAILABLE,
    NOT_CONFIGURED;

    @Override
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
