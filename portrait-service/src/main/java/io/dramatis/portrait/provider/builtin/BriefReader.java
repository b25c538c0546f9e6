package io.dramatis.portrait.provider.builtin;

import io.dramatis.events.VisualProfile;
import io.dramatis.portrait.prompt.PortraitStyle;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads a brief: wire values to enums, free text to traits by keyword. Pure; unknown words are passed over. */
final class BriefReader {

    private BriefReader() {}

    static Traits read(PortraitBrief brief) {
        VisualProfile said = brief.visual();
        String extra = brief.additions();
        String features = Keywords.normalize(said.facialFeatures(), said.distinguishingFeature(), extra);
        String hair = Keywords.normalize(said.hair());
        String attire = Keywords.normalize(said.attire(), said.distinguishingFeature(), extra);
        CharacterClass calling = parse(CharacterClass.class, said.characterClass(), null);
        Outfit outfit = Vocabulary.OUTFITS.first(attire).orElse(calling == null ? Outfit.TUNIC : calling.outfit());
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        marks.addAll(Vocabulary.MARKS.all(features));
        marks.addAll(Vocabulary.DRESS_MARKS.all(attire));
        String allHair = hair + String.join(" ", clausesNaming(features, Vocabulary.HAIR_WORDS));
        return new Traits(
                parse(Race.class, said.race(), Race.HUMAN),
                parse(Gender.class, said.gender(), Gender.NON_BINARY),
                calling,
                parse(AgeCategory.class, said.ageCategory(), AgeCategory.ADULT),
                parse(Build.class, said.build(), Build.AVERAGE),
                parse(Expression.class, said.facialExpression(), Expression.DETERMINED),
                parse(Pose.class, said.pose(), Pose.STANDING_CONFIDENT),
                hairStyle(features, hair),
                Rgb.named(said.hair())
                        .or(() -> Colours.HAIR.first(withoutBeard(allHair)))
                        .orElse(null),
                beard(features, hair),
                colourNear(Colours.HAIR, features + hair, Vocabulary.BEARD_WORDS)
                        .orElse(null),
                Rgb.named(said.eyes())
                        .or(() -> Colours.EYES.first(Keywords.normalize(said.eyes())))
                        .or(() -> colourNear(Colours.EYES, features, " eye"))
                        .orElse(null),
                Rgb.named(said.skin())
                        .or(() -> Colours.SKIN.first(Keywords.normalize(said.skin())))
                        .or(() -> colourNear(Colours.SKIN, features, " skin", " scales", " complexion"))
                        .orElse(null),
                Collections.unmodifiableSet(marks),
                Colours.GLOW
                        .first(Keywords.normalize(said.distinguishingFeature(), extra))
                        .orElse(null),
                outfit,
                headwear(attire, calling, outfit, said.attire()),
                outfitColours(said),
                colourNear(Colours.CLOTH, Keywords.normalize(said.outfitColors(), said.attire()), Vocabulary.TRIMMINGS)
                        .orElse(null),
                Vocabulary.WEAPONS
                        .first(Keywords.normalize(said.primaryWeapon(), extra))
                        .orElse(calling == null || isGiven(said.primaryWeapon()) ? Weapon.NONE : calling.weapon()),
                Vocabulary.COMPANIONS
                        .first(Keywords.normalize(said.distinguishingFeature(), extra))
                        .orElse(Companion.NONE),
                SceneWords.SCENES
                        .first(Keywords.normalize(said.backgroundSetting(), extra))
                        .orElse(Scene.ABSTRACT),
                Vocabulary.GRADES
                        .first(Keywords.normalize(brief.artStyle()))
                        .or(() -> SceneWords.LIGHTS.first(Keywords.normalize(extra)))
                        .orElse(Grade.NATURAL),
                style(brief.artStyle()),
                Vocabulary.STATURES
                        .first(Keywords.normalize(said.heightDescription()))
                        .orElse(0.0),
                brief.identitySeed(),
                brief.variation());
    }

    /** A preset by its name, or what an art style in the user's own words comes nearest to. */
    private static PortraitStyle style(String artStyle) {
        return PortraitStyle.named(artStyle)
                .or(() -> Vocabulary.STYLES.first(Keywords.normalize(artStyle)))
                .orElse(PortraitStyle.DEFAULT);
    }

    /** What is worn on the head: as the attire says; the class decides only when nothing was said of the attire. */
    private static Headwear headwear(String attire, CharacterClass calling, Outfit outfit, String attireText) {
        return Vocabulary.HEADWEAR.first(attire).orElseGet(() -> {
            boolean byClass = calling != null && !isGiven(attireText) && outfit == calling.outfit();
            return byClass ? calling.headwear() : Headwear.NONE;
        });
    }

    private static List<Rgb> outfitColours(VisualProfile said) {
        List<Rgb> stated = clothColours(Keywords.normalize(said.outfitColors()));
        return stated.isEmpty() ? clothColours(Keywords.normalize(said.attire())) : stated;
    }

    /** The colours of the cloth itself, not of its trimmings. */
    private static List<Rgb> clothColours(String text) {
        StringBuilder cloth = new StringBuilder();
        for (String clause : Keywords.clauses(text)) {
            if (!names(clause, Vocabulary.TRIMMINGS)) {
                cloth.append(clause);
            }
        }
        return Colours.CLOTH.inTextOrder(cloth.toString());
    }

    private static HairStyle hairStyle(String features, String hair) {
        return Vocabulary.HAIR
                .first(withoutBeard(hair))
                .or(() -> Vocabulary.HAIR.first(
                        withoutBeard(String.join(" ", clausesNaming(features, Vocabulary.HAIR_WORDS)))))
                .orElse(null);
    }

    private static BeardStyle beard(String features, String hair) {
        return Vocabulary.BEARDS
                .first(String.join(" ", clausesNaming(features + hair, Vocabulary.BEARD_WORDS)))
                .orElse(null);
    }

    private static String withoutBeard(String text) {
        StringBuilder rest = new StringBuilder(" ");
        for (String clause : Keywords.clauses(text)) {
            if (!names(clause, " beard", " moustache", " mustache", " clean shaven")) {
                rest.append(clause);
            }
        }
        return rest.toString();
    }

    static List<String> clausesNaming(String text, String... nouns) {
        return Keywords.clauses(text).stream()
                .filter(clause -> names(clause, nouns))
                .toList();
    }

    static boolean names(String clause, String... nouns) {
        for (String noun : nouns) {
            if (clause.contains(noun)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Rgb> colourNear(Keywords<Rgb> colours, String text, String... nouns) {
        return clausesNaming(text, nouns).stream()
                .flatMap(clause -> colours.first(clause).stream())
                .findFirst();
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isBlank();
    }

    static <E extends Enum<E>> E parse(Class<E> type, String wire, E fallback) {
        if (wire != null) {
            String name =
                    wire.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
            for (E value : type.getEnumConstants()) {
                if (value.name().equals(name)) {
                    return value;
                }
            }
        }
        return fallback;
    }
}
