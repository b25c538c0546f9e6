package io.dramatis.catalog.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dramatis.events.VisualProfile;
import org.junit.jupiter.api.Test;

class VisualProfilesTest {

    @Test
    void takesTheSeedsDefaultsForWhatIsNotSpecified() {
        VisualProfile empty = VisualProfiles.empty();

        assertThat(empty.gender()).isEqualTo("non_binary");
        assertThat(empty.build()).isEqualTo("average");
        assertThat(empty.facialExpression()).isEqualTo("determined");
        assertThat(empty.race()).isNull();
        assertThat(empty.pose()).isNull();
    }

    @Test
    void storesOneFormOfEverySpelling() {
        VisualProfile stored = VisualProfiles.stored(profile(" High Elf ", "  a scar \n"));

        assertThat(stored.race()).isEqualTo("high_elf");
        assertThat(stored.facialFeatures()).isEqualTo("a scar");
        assertThat(VisualProfiles.stored(stored)).isEqualTo(stored);
    }

    @Test
    void takesBlankTextAsAbsent() {
        assertThat(VisualProfiles.stored(profile("orc", " \t ")).facialFeatures())
                .isNull();
    }

    @Test
    void refusesWhatWasNotValidated() {
        assertThatIllegalArgumentException().isThrownBy(() -> VisualProfiles.stored(profile("robot", null)));
    }

    @Test
    void survivesItsColumns() {
        VisualProfile full = VisualProfiles.stored(new VisualProfile(
                "orc",
                "male",
                "bard",
                "adult",
                "stocky",
                "tall",
                "wise",
                "a",
                "b",
                "c",
                "d",
                "e",
                "arms_crossed",
                "f",
                "g",
                "h",
                "i",
                "ink"));

        assertThat(VisualProfileColumns.of(full).toProfile()).isEqualTo(full);
    }

    private static VisualProfile profile(String race, String facialFeatures) {
        return new VisualProfile(
                race,
                null,
                null,
                null,
                null,
                null,
                null,
                facialFeatures,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
