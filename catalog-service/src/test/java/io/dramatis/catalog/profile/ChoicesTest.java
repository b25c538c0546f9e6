package io.dramatis.catalog.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.dramatis.kit.validation.WireValues;
import org.junit.jupiter.api.Test;

class ChoicesTest {

    @Test
    void areThoseOfSeed002() {
        assertThat(WireValues.all(Race.class))
                .containsExactly(
                        "human",
                        "orc",
                        "dark_elf",
                        "wood_elf",
                        "high_elf",
                        "dragonborn",
                        "tiefling",
                        "rock_gnome",
                        "forest_gnome",
                        "halfling",
                        "dwarf",
                        "half_elf",
                        "half_orc");
        assertThat(WireValues.all(Gender.class)).containsExactly("male", "female", "non_binary");
        assertThat(WireValues.all(CharacterClass.class)).hasSize(13).contains("artificer");
        assertThat(WireValues.all(AgeCategory.class)).containsExactly("young", "adult", "middle_aged", "elderly");
        assertThat(WireValues.all(Build.class))
                .containsExactly("slender", "athletic", "muscular", "stocky", "heavyset", "average");
        assertThat(WireValues.all(FacialExpression.class)).hasSize(10).contains("determined");
        assertThat(WireValues.all(Pose.class)).hasSize(6).contains("looking_over_shoulder");
        assertThat(WireValues.all(Genre.class)).hasSize(13).contains("slice_of_life", "scifi");
        assertThat(WireValues.all(ArtStyle.class)).hasSize(6);
    }

    @Test
    void areFoundByTheSeedsSpelling() {
        assertThat(WireValues.parse(Race.class, "Half-Elf")).contains(Race.HALF_ELF);
        assertThat(WireValues.parse(Gender.class, "Non-binary")).contains(Gender.NON_BINARY);
        assertThat(WireValues.parse(Pose.class, "Looking Over Shoulder")).contains(Pose.LOOKING_OVER_SHOULDER);
    }

    @Test
    void everySourceOutsideIsASource() {
        assertThat(WireValues.all(CharacterSource.class))
                .containsAll(WireValues.all(ExternalSource.class))
                .hasSize(ExternalSource.values().length + 2)
                .contains("local", "generated");
    }
}
