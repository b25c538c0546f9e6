package io.dramatis.portrait.provider.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FaceGeometryTest {

    @Test
    void faceIsIndependentOfAttireExpressionPoseAndBackground() {
        PortraitBrief plain = Briefs.sitter()
                .with("race", "half_elf")
                .with("gender", "female")
                .build();
        PortraitBrief dressed = Briefs.sitter()
                .with("race", "half_elf")
                .with("gender", "female")
                .with("attire", "gleaming plate armor")
                .with("facialExpression", "fierce")
                .with("pose", "looking_over_shoulder")
                .with("backgroundSetting", "battlefield")
                .with("characterClass", "paladin")
                .with("primaryWeapon", "greatsword")
                .with("distinguishingFeature", "crown of thorns")
                .variation(99)
                .build();
        assertThat(geometry(dressed)).isEqualTo(geometry(plain));
        assertThat(colours(dressed)).isEqualTo(colours(plain));
    }

    @Test
    void differentSeedsGiveDifferentFaces() {
        assertThat(geometry(Briefs.sitter().identity(1).build()))
                .isNotEqualTo(geometry(Briefs.sitter().identity(2).build()));
    }

    @Test
    void theBonesStayWhenTheSitterAges() {
        FaceGeometry young =
                geometry(Briefs.sitter().with("ageCategory", "young").build());
        FaceGeometry old =
                geometry(Briefs.sitter().with("ageCategory", "elderly").build());
        assertThat(old.halfWidth()).isEqualTo(young.halfWidth());
        assertThat(old.eyeX()).isEqualTo(young.eyeX());
        assertThat(old.chinY()).isEqualTo(young.chinY());
    }

    @Test
    void everyFaceKeepsItsFeaturesInOrder() {
        for (Race race : Race.values()) {
            for (Gender gender : Gender.values()) {
                for (AgeCategory age : AgeCategory.values()) {
                    for (Build build : Build.values()) {
                        assertInOrder(FaceGeometry.of(race.ordinal() * 31L + age.ordinal(), race, gender, age, build));
                    }
                }
            }
        }
    }

    private static void assertInOrder(FaceGeometry face) {
        assertThat(face.skullTop()).isLessThan(face.hairlineY());
        assertThat(face.hairlineY()).isLessThan(face.browY());
        assertThat(face.browY()).isLessThan(-face.eyeHeight());
        assertThat(face.noseTipY()).isGreaterThan(face.eyeHeight());
        assertThat(face.mouthY() - face.upperLip()).isGreaterThan(face.noseTipY());
        assertThat(face.chinY()).isGreaterThan(face.mouthY() + face.lowerLip());
        assertThat(face.eyeX() + face.eyeHalf()).isLessThan(face.halfWidth());
        assertThat(face.eyeX() - face.eyeHalf()).isPositive();
    }

    private static FaceGeometry geometry(PortraitBrief brief) {
        return FaceGeometry.of(BriefReader.read(brief));
    }

    private static List<Rgb> colours(PortraitBrief brief) {
        Palette palette = Palette.of(BriefReader.read(brief), Rgb.WHITE);
        return List.of(palette.skin(), palette.hair(), palette.iris());
    }
}
