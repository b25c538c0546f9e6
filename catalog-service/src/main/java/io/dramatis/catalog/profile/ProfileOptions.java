package io.dramatis.catalog.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a form for characters needs to know, in the order in which seed 002 shows it.
 *
 * @param fields the visual profile, the name first
 */
@Schema(requiredProperties = {"fields", "genres", "sources"})
record ProfileOptions(List<Field> fields, List<Option> genres, List<Option> sources) {

    /** One value of a choice: {@code value} on the wire, {@code label} for people. */
    @Schema(requiredProperties = {"value", "label"})
    record Option(String value, String label) {

        static List<Option> of(Class<? extends Choice> choices) {
            return Arrays.stream(choices.getEnumConstants())
                    .map(choice -> new Option(choice.wire(), choice.label()))
                    .toList();
        }
    }

    /**
     * @param name on the wire
     * @param group seed 002's sections: basic (always visible), physical, face, appearance, environment, details
     * @param kind choice or text
     * @param required whether a character cannot be without
     * @param defaultValue what an absent value becomes; null where it stays absent
     * @param maxLength of a text; null for a choice
     * @param options of a choice; empty for a text
     * @param examples of a text, from seed 002
     */
    @Schema(requiredProperties = {"name", "label", "group", "kind", "required", "options", "examples"})
    record Field(
            String name,
            String label,
            String group,
            String kind,
            boolean required,
            @JsonProperty("default") String defaultValue,
            Integer maxLength,
            List<Option> options,
            List<String> examples) {

        private static Field choice(
                String name, String label, String group, Class<? extends Choice> choices, Choice absent) {
            return new Field(
                    name,
                    label,
                    group,
                    "choice",
                    false,
                    absent == null ? null : absent.wire(),
                    null,
                    Option.of(choices),
                    List.of());
        }

        private static Field text(String name, String label, String group, String... examples) {
            return new Field(
                    name, label, group, "text", false, null, ProfileLimits.VISUAL_TEXT, List.of(), List.of(examples));
        }
    }

    static ProfileOptions all() {
        return new ProfileOptions(
                List.of(
                        new Field(
                                "name", "Name", "basic", "text", true, null, ProfileLimits.NAME, List.of(), List.of()),
                        Field.choice("race", "Race", "basic", Race.class, null),
                        Field.choice("gender", "Gender", "basic", Gender.class, VisualProfiles.DEFAULT_GENDER),
                        Field.choice("character_class", "Class", "basic", CharacterClass.class, null),
                        Field.choice("age_category", "Age category", "physical", AgeCategory.class, null),
                        Field.choice("build", "Build", "physical", Build.class, VisualProfiles.DEFAULT_BUILD),
                        Field.text(
                                "height_description",
                                "Height",
                                "physical",
                                "tall",
                                "average height",
                                "short",
                                "towering",
                                "diminutive"),
                        Field.choice(
                                "facial_expression",
                                "Facial expression",
                                "face",
                                FacialExpression.class,
                                VisualProfiles.DEFAULT_EXPRESSION),
                        Field.text(
                                "facial_features",
                                "Distinguishing facial features",
                                "face",
                                "thick black beard",
                                "piercing blue eyes",
                                "facial scar across left cheek",
                                "angular cheekbones",
                                "network of tattoos"),
                        Field.text(
                                "attire",
                                "Attire",
                                "appearance",
                                "fur-lined leather armor",
                                "dark robes with silver trim",
                                "gleaming plate armor",
                                "simple traveler's cloak"),
                        Field.text(
                                "primary_weapon",
                                "Primary weapon or item",
                                "appearance",
                                "greatsword",
                                "ornate staff with crystal",
                                "twin daggers",
                                "longbow"),
                        Field.text(
                                "distinguishing_feature",
                                "Distinguishing feature",
                                "appearance",
                                "glowing arcane tattoos on arms",
                                "spectral wolf companion",
                                "mechanical arm prosthetic",
                                "crown of thorns"),
                        Field.text(
                                "background_setting",
                                "Background",
                                "environment",
                                "misty forest",
                                "grand library",
                                "mountain peak",
                                "tavern interior"),
                        Field.choice("pose", "Pose", "environment", Pose.class, null),
                        Field.text("hair", "Hair", "details", "short chestnut hair"),
                        Field.text("eyes", "Eyes", "details", "hazel eyes"),
                        Field.text("skin", "Skin", "details", "weathered olive skin"),
                        Field.text("outfit_colors", "Outfit colours", "details", "steel and deep red"),
                        Field.choice("art_style", "Art style", "details", ArtStyle.class, null)),
                Option.of(Genre.class),
                Option.of(CharacterSource.class));
    }
}
