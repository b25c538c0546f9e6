package io.dramatis.portrait.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import io.dramatis.portrait.prompt.PortraitStyle;
import org.junit.jupiter.api.Test;

class StyleDistancesTest {

    @Test
    void everyTwoStylesHaveAMeasureOfTheirOwn() {
        for (PortraitStyle one : PortraitStyle.values()) {
            for (PortraitStyle other : PortraitStyle.values()) {
                if (one == other) {
                    assertThat(StyleDistances.halfway(one, other)).isEmpty();
                } else {
                    assertThat(StyleDistances.halfway(one, other))
                            .as(one + " and " + other)
                            .isPresent()
                            .isEqualTo(StyleDistances.halfway(other, one));
                }
            }
        }
    }

    @Test
    void whatIsNoPresetHasNone() {
        assertThat(StyleDistances.halfway(null, PortraitStyle.INK)).isEmpty();
        assertThat(StyleDistances.halfway(PortraitStyle.INK, null)).isEmpty();
    }
}
