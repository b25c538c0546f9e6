package io.dramatis.catalog.character;

import io.dramatis.catalog.profile.AgeCategory;
import io.dramatis.catalog.profile.ArtStyle;
import io.dramatis.catalog.profile.Build;
import io.dramatis.catalog.profile.CharacterClass;
import io.dramatis.catalog.profile.FacialExpression;
import io.dramatis.catalog.profile.Gender;
import io.dramatis.catalog.profile.Genre;
import io.dramatis.catalog.profile.Pose;
import io.dramatis.catalog.profile.ProfileLimits;
import io.dramatis.catalog.profile.Race;
import io.dramatis.events.VisualProfile;
import io.dramatis.kit.validation.OneOf;
import io.dramatis.kit.validation.PlainText;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * All that an owner may say about a character: the body of a creation, of a full update, and what a merge patch makes
 * of the present state. Flat on the wire. What is not in here (ids, owner, version, source, portrait) is not the
 * client's to set; members of those names are ignored. Enumerated values are read leniently ({@code "Half-Elf"}).
 */
@RegisterForReflection // also written and read by hand, for merge patches
record CharacterRequest(
        @NotNull(message = BLANK)
        @Pattern(regexp = VISIBLE, message = BLANK)
        @PlainText
        @Size(max = ProfileLimits.NAME, message = TOO_LONG)
        String name,

        @PlainText @Size(max = ProfileLimits.UNIVERSE, message = TOO_LONG)
        String universe,

        @PlainText(multiline = true) @Size(max = ProfileLimits.LONG_TEXT, message = TOO_LONG)
        String description,

        @PlainText(multiline = true) @Size(max = ProfileLimits.CHAT_STYLE, message = TOO_LONG)
        String chatStyle,

        @Size(max = ProfileLimits.EXAMPLE_RESPONSES, message = TOO_MANY)
        List<
                        @NotNull(message = "must not be null") @PlainText(multiline = true)
                        @Size(max = ProfileLimits.EXAMPLE_RESPONSE, message = TOO_LONG) String>
                exampleResponses,

        @OneOf(Genre.class) String genre,

        @PlainText @HttpUrl @Size(max = ProfileLimits.URL, message = TOO_LONG)
        String siteUrl,

        @PlainText @HttpUrl @Size(max = ProfileLimits.URL, message = TOO_LONG)
        String imageUrl,

        Boolean published,

        @PlainText(multiline = true) @Size(max = ProfileLimits.LONG_TEXT, message = TOO_LONG)
        String backstory,

        @OneOf(Race.class) String race,
        @OneOf(Gender.class) String gender,
        @OneOf(CharacterClass.class) String characterClass,
        @OneOf(AgeCategory.class) String ageCategory,
        @OneOf(Build.class) String build,

        @PlainText(multiline = true) @Size(max = ProfileLimits.VISUAL_TEXT, message = CharacterRequest.TOO_LONG)
        String heightDescription,

        @OneOf(FacialExpression.class) String facialExpression,

        @PlainText(multiline = true) @Size(max = ProfileLimits.VISUAL_TEXT, message = CharacterRequest.TOO_LONG)
        String facialFeatures,

        @PlainText(multiline = true) @Size(max = ProfileLimits.VISUAL_TEXT, message = CharacterRequest.TOO_LONG)
        String attire,

        @PlainText(multiline = true) @Size(max = ProfileLimits.VISUAL_TEXT, message = CharacterRequest.TOO_LONG)
        String primaryWeapon,

        @PlainText(multiline = true) @Size(max = ProfileLimits.VISUAL_TEXT, message = CharacterRequest.TOO_LONG)
        String distinguishingFeature,

        @PlainText(multiline = true) @Size(max = ProfileLimits.VISUAL_TEXT, message = CharacterRequest.TOO_LONG)
        String backgroundSetting,

        @OneOf(Pose.class) String pose,

        @PlainText(multiline = true) @Size(max = ProfileLimits.VISUAL_TEXT, message = CharacterRequest.TOO_LONG)
        String hair,

        @PlainText(multiline = true) @Size(max = ProfileLimits.VISUAL_TEXT, message = CharacterRequest.TOO_LONG)
        String eyes,

        @PlainText(multiline = true) @Size(max = ProfileLimits.VISUAL_TEXT, message = CharacterRequest.TOO_LONG)
        String skin,

        @PlainText(multiline = true) @Size(max = ProfileLimits.VISUAL_TEXT, message = CharacterRequest.TOO_LONG)
        String outfitColors,

        @OneOf(ArtStyle.class) String artStyle) {

    /**
     * Something that shows: not white space, format or control characters of any script alone. Written so that it
     * means the same in the API document, whose patterns are ECMAScript's.
     */
    static final String VISIBLE = "[\\s\\S]*[^\\s\\p{Z}\\p{C}][\\s\\S]*";

    static final String BLANK = "must not be blank";
    static final String TOO_LONG = "must have at most {max} characters";
    static final String TOO_MANY = "must have at most {max} entries";

    /** The visual fields as they were sent. */
    VisualProfile visual() {
        return new VisualProfile(
                race,
                gender,
                characterClass,
                ageCategory,
                build,
                heightDescription,
                facialExpression,
                facialFeatures,
                attire,
                primaryWeapon,
                distinguishingFeature,
                backgroundSetting,
                pose,
                hair,
                eyes,
                skin,
                outfitColors,
                artStyle);
    }

    /** What a client would send to leave everything as it is. */
    static CharacterRequest of(CharacterContent content) {
        VisualProfile visual = content.visual();
        return new CharacterRequest(
                content.name(),
                content.universe(),
                content.description(),
                content.chatStyle(),
                content.exampleResponses(),
                content.genre(),
                content.siteUrl(),
                content.imageUrl(),
                content.published(),
                content.backstory(),
                visual.race(),
                visual.gender(),
                visual.characterClass(),
                visual.ageCategory(),
                visual.build(),
                visual.heightDescription(),
                visual.facialExpression(),
                visual.facialFeatures(),
                visual.attire(),
                visual.primaryWeapon(),
                visual.distinguishingFeature(),
                visual.backgroundSetting(),
                visual.pose(),
                visual.hair(),
                visual.eyes(),
                visual.skin(),
                visual.outfitColors(),
                visual.artStyle());
    }
}
