package io.dramatis.portrait.provider.builtin;

import io.dramatis.events.VisualProfile;
import io.dramatis.portrait.provider.ImageRequest;
import io.dramatis.portrait.provider.Sitter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads what a variant is to show: the sitter of the reference, changed where the text asks for it. Pure.
 *
 * <p>The face is the reference's at any strength: the geometry, the natural colouring, the marks, and the hair and the
 * beard unless the text names them. Of the rest, a strength
 *
 * <ul>
 *   <li>from {@value #WHOLE_PICTURE} on keeps all that is not named, down to the light and the strokes of the background;
 *   <li>from {@value #SAME_SCENE} on keeps dress, things carried, pose, mood and scene where they are not named, but not
 *       what is left to chance;
 *   <li>below that keeps the face alone: dress, things carried and scene are the profile's of the request, and pose and
 *       mood are left to chance.
 * </ul>
 */
final class VariantReader {

    static final double WHOLE_PICTURE = 0.8;
    static final double SAME_SCENE = 0.35;

    private static final Set<Mark> OF_THE_FACE = EnumSet.of(Mark.GLASSES, Mark.EARRINGS);
    private static final Pattern ARTICLES = Pattern.compile("(?<= )(?:a|an|the|his|her|their|its|some|my)(?= )");
    private static final Pattern SPACES = Pattern.compile(" {2,}");
    private static final Pattern CLAUSES = Pattern.compile("[,;.]|\\band\\b|\\bwith\\b");
    private static final Pattern PARTS = Pattern.compile(
            " , | and | with | but | then | while | wearing | dressed | clad | in | on | at | as | inside | near |"
                    + " having ");
    private static final Pattern OTHER_AGE =
            Pattern.compile("\\b(\\d{1,4}|[a-z]+)(?: |-)years?(?: |-)(older|younger|later|ago|old)\\b");
    private static final Pattern AT_AGE = Pattern.compile("\\b(?:aged?|age of|turned) (\\d{1,4})\\b");
    private static final List<String> TENS =
            List.of("ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred");

    private VariantReader() {}

    /**
     * @param known the sitter of the reference
     * @param number of the picture among those of one request
     * @return what to draw; where its face will be is for the artist to say
     */
    static Sitter read(ImageRequest request, Sitter known, int number) {
        ProfileDraft draft = new ProfileDraft(known.visual(), known.additions());
        boolean whole = request.identityStrength() >= WHOLE_PICTURE;
        if (request.identityStrength() < SAME_SCENE) {
            forget(draft, request.visual(), request.variation() + number);
        }
        change(draft, request.additions(), known.identitySeed());
        return new Sitter(
                draft.profile(),
                draft.additions,
                request.style() != null ? request.style() : known.style(),
                known.identitySeed(),
                (whole ? known.variation() : request.variation()) + number,
                null);
    }

    private static void forget(ProfileDraft draft, VisualProfile profile, long variation) {
        Dice dice = Dice.of(variation, 71);
        draft.attire = profile.attire();
        draft.outfitColours = profile.outfitColors();
        draft.weapon = profile.primaryWeapon();
        draft.setting = profile.backgroundSetting();
        draft.expression = Keywords.wire(Expression.values()[dice.below(Expression.FIERCE.ordinal() + 1)]);
        draft.pose = Keywords.wire(Pose.values()[dice.below(Pose.values().length)]);
        draft.additions = kept(draft.additions, Vocabulary.OUTFITS, Vocabulary.HEADWEAR, SceneWords.SCENES);
    }

    /** Works the wishes of a text in; one that says nothing known changes nothing. */
    static void change(ProfileDraft draft, String wishes, long identitySeed) {
        if (wishes == null || wishes.isBlank()) {
            return;
        }
        String text = withoutArticles(Keywords.normalize(wishes));
        age(draft, wishes, text, identitySeed);
        hair(draft, text);
        beard(draft, text);
        colour(draft, text);
        attire(draft, text);
        headwear(draft, text);
        WishWords.MOODS.first(text).ifPresent(mood -> draft.expression = Keywords.wire(mood));
        WishWords.POSES.first(text).ifPresent(pose -> draft.pose = Keywords.wire(pose));
        setting(draft, text);
        things(draft, text);
        marks(draft, text);
    }

    private static void age(ProfileDraft draft, String wishes, String text, long identitySeed) {
        AgeCategory now = BriefReader.parse(AgeCategory.class, draft.age, AgeCategory.ADULT);
        Optional<AgeCategory> asked = askedAge(now, wishes.toLowerCase(Locale.ROOT), text);
        if (asked.isEmpty() || asked.get() == now) {
            return;
        }
        // What grows with the years by itself is a matter of taste; whoever asks for other years asks for nothing else.
        PortraitBrief brief = new PortraitBrief(draft.profile(), draft.additions, null, identitySeed, 0);
        Traits traits = BriefReader.read(brief);
        FaceGeometry face = FaceGeometry.of(traits);
        if (traits.hairStyle() == null) {
            draft.hair = ProfileDraft.join(draft.hair, words(face.hairStyle()));
        }
        draft.age = Keywords.wire(asked.get());
        if (asked.get() == AgeCategory.CHILD) {
            draft.features = ProfileDraft.join(keptClauses(draft.features, Vocabulary.BEARD_WORDS), "no beard");
            draft.hair = keptClauses(draft.hair, Vocabulary.BEARD_WORDS);
        } else if (traits.beard() == null) {
            draft.features = ProfileDraft.join(draft.features, words(face.beard()));
        }
    }

    private static Optional<AgeCategory> askedAge(AgeCategory now, String wishes, String text) {
        Matcher years = OTHER_AGE.matcher(wishes);
        while (years.find()) {
            int number = number(years.group(1));
            if (number >= 0) {
                return Optional.of(
                        switch (years.group(2)) {
                            case "old" -> at(number);
                            case "older", "later" -> moved(now, number);
                            default -> moved(now, -number);
                        });
            }
        }
        Matcher at = AT_AGE.matcher(wishes);
        if (at.find()) {
            return Optional.of(at(Integer.parseInt(at.group(1))));
        }
        return WishWords.AGES.first(text).or(() -> {
            if (text.contains(" older ")) {
                return Optional.of(moved(now, 25));
            }
            return text.contains(" younger ") ? Optional.of(moved(now, -25)) : Optional.empty();
        });
    }

    private static int number(String word) {
        if (word.chars().allMatch(Character::isDigit)) {
            return Integer.parseInt(word);
        }
        return TENS.contains(word) ? 10 * (TENS.indexOf(word) + 1) : -1;
    }

    private static AgeCategory at(int years) {
        if (years < 13) {
            return AgeCategory.CHILD;
        }
        return years < 26
                ? AgeCategory.YOUNG
                : years < 45 ? AgeCategory.ADULT : years < 63 ? AgeCategory.MIDDLE_AGED : AgeCategory.ELDERLY;
    }

    private static AgeCategory moved(AgeCategory from, int years) {
        int typical =
                switch (from) {
                    case CHILD -> 8;
                    case YOUNG -> 20;
                    case ADULT -> 33;
                    case MIDDLE_AGED -> 52;
                    case ELDERLY -> 72;
                };
        return at(Math.max(0, typical + years));
    }

    private static void hair(ProfileDraft draft, String text) {
        String said = parts(text, Vocabulary.HAIR_WORDS);
        if (said.isEmpty()) {
            return;
        }
        String was = Keywords.normalize(draft.hair, clauses(draft.features, " hair"));
        String style = Vocabulary.HAIR.in(said)
                ? ""
                : Vocabulary.HAIR.firstKeyword(was).orElse("");
        String colour = Colours.HAIR.in(said)
                ? ""
                : Rgb.named(draft.hair)
                        .map(Rgb::hex)
                        .or(() -> Colours.HAIR.firstKeyword(was))
                        .orElse("");
        draft.hair = ProfileDraft.join(
                ProfileDraft.join(said.strip(), (style + " " + colour).strip()),
                clauses(draft.hair, Vocabulary.BEARD_WORDS));
        draft.features = keptClauses(draft.features, Vocabulary.HAIR_WORDS);
    }

    private static void beard(ProfileDraft draft, String text) {
        String said = parts(text, Vocabulary.BEARD_WORDS);
        if (!said.isEmpty() && Vocabulary.BEARDS.in(said)) {
            draft.features = ProfileDraft.join(keptClauses(draft.features, Vocabulary.BEARD_WORDS), said.strip());
            draft.hair = keptClauses(draft.hair, Vocabulary.BEARD_WORDS);
        }
    }

    /** The colour of eyes and skin, where the text goes as far as that. */
    private static void colour(ProfileDraft draft, String text) {
        String eyes = parts(text, " eye");
        if (Colours.EYES.in(eyes)) {
            draft.eyes = eyes.strip();
            draft.features = keptClauses(draft.features, " eye colo", " blue eye", " green eye", " brown eye");
        }
        String skin = parts(text, " skin ", " complexion", " scales");
        if (Colours.SKIN.in(skin)) {
            draft.skin = skin.strip();
        }
    }

    private static void attire(ProfileDraft draft, String text) {
        String said =
                said(split(text), part -> Vocabulary.OUTFITS.in(part) || Colours.CLOTH.in(part) && !claimed(part));
        if (!Vocabulary.OUTFITS.in(Keywords.normalize(said))) {
            return;
        }
        for (Mark mark : Vocabulary.DRESS_MARKS.all(Keywords.normalize(draft.attire))) {
            if (OF_THE_FACE.contains(mark)) {
                draft.features = ProfileDraft.join(draft.features, Keywords.wire(mark));
            }
        }
        draft.attire = ProfileDraft.join(
                said, said(split(text), part -> Vocabulary.DRESS_MARKS.in(part) && !Vocabulary.OUTFITS.in(part)));
        draft.outfitColours = null;
        boolean costume = Vocabulary.OUTFITS
                .first(Keywords.normalize(draft.attire))
                .filter(outfit -> outfit.cloth() != null)
                .isPresent();
        if (costume && draft.weapon == null) {
            // What a profession carries goes with its own dress.
            draft.weapon = "none";
        }
        draft.distinguishing = kept(draft.distinguishing, Vocabulary.OUTFITS);
        draft.additions = kept(draft.additions, Vocabulary.OUTFITS, Vocabulary.HEADWEAR, Vocabulary.DRESS_MARKS);
    }

    private static void headwear(ProfileDraft draft, String text) {
        String said = said(split(text), Vocabulary.HEADWEAR::in);
        boolean off = WishWords.BAREHEADED.in(text);
        if (said.isEmpty() && !off) {
            return;
        }
        String rest = kept(draft.attire, Vocabulary.HEADWEAR);
        draft.attire = ProfileDraft.join(rest, off ? null : said);
        if (draft.attire == null) {
            CharacterClass calling =
                    BriefReader.parse(CharacterClass.class, draft.base().characterClass(), null);
            draft.attire = calling == null ? "tunic" : Keywords.wire(calling.outfit());
        }
        draft.distinguishing = kept(draft.distinguishing, Vocabulary.HEADWEAR);
        draft.additions = kept(draft.additions, Vocabulary.HEADWEAR);
    }

    private static void setting(ProfileDraft draft, String text) {
        // A winter coat is no winter, and war paint no war.
        String rest = Vocabulary.OUTFITS.strip(Vocabulary.MARKS.strip(Vocabulary.HAIR.strip(text)));
        Optional<Scene> scene = SceneWords.SCENES.first(rest);
        Optional<Grade> light = SceneWords.LIGHTS.first(rest);
        if (scene.isPresent()) {
            draft.setting = split(rest).stream()
                    .filter(part -> SceneWords.SCENES.first(part).equals(scene))
                    .findFirst()
                    .map(String::strip)
                    .or(() -> SceneWords.SCENES.firstKeyword(rest))
                    .orElseThrow();
            draft.additions = kept(draft.additions, SceneWords.SCENES, SceneWords.LIGHTS);
        }
        if (light.isPresent()) {
            draft.additions = ProfileDraft.join(
                    kept(draft.additions, SceneWords.LIGHTS),
                    SceneWords.LIGHTS.firstKeyword(rest).orElseThrow());
        }
    }

    private static void things(ProfileDraft draft, String text) {
        if (WishWords.UNARMED.in(text)) {
            draft.weapon = "none";
            draft.additions = kept(draft.additions, Vocabulary.WEAPONS);
        } else if (Vocabulary.WEAPONS.in(text)) {
            draft.weapon = said(text, Vocabulary.WEAPONS);
            draft.additions = kept(draft.additions, Vocabulary.WEAPONS);
        }
        if (Vocabulary.COMPANIONS.in(text)) {
            draft.distinguishing = ProfileDraft.join(
                    kept(draft.distinguishing, Vocabulary.COMPANIONS), said(text, Vocabulary.COMPANIONS));
            draft.additions = kept(draft.additions, Vocabulary.COMPANIONS);
        }
    }

    private static void marks(ProfileDraft draft, String text) {
        for (Mark mark : WishWords.REMOVED.all(text)) {
            Keywords<Mark> words = Vocabulary.MARKS.only(mark);
            draft.features = kept(draft.features, words);
            draft.distinguishing = kept(draft.distinguishing, words);
            draft.attire = kept(draft.attire, words);
            draft.additions = kept(draft.additions, words);
        }
        if (Vocabulary.MARKS.in(text)) {
            draft.features = ProfileDraft.join(draft.features, said(text, Vocabulary.MARKS));
        }
    }

    /** The clauses that say something of the kind. */
    private static String said(String text, Keywords<?> table) {
        List<String> clauses = Keywords.clauses(text).stream()
                .map(clause -> clause.replace(" ,", ""))
                .toList();
        return said(clauses, table::in);
    }

    private static String said(List<String> parts, Predicate<String> wanted) {
        return parts.stream().filter(wanted).map(String::strip).collect(Collectors.joining(", "));
    }

    /** A text without the clauses that say something of these kinds; null where nothing is left. */
    private static String kept(String text, Keywords<?>... tables) {
        return without(text, clause -> Arrays.stream(tables).anyMatch(table -> table.in(clause)));
    }

    private static String keptClauses(String text, String... nouns) {
        return without(text, clause -> BriefReader.names(clause, nouns));
    }

    private static String without(String text, Predicate<String> unwanted) {
        if (text == null) {
            return null;
        }
        String rest = null;
        for (String clause : CLAUSES.split(text)) {
            if (!unwanted.test(Keywords.normalize(clause))) {
                rest = ProfileDraft.join(rest, clause);
            }
        }
        return rest;
    }

    private static String clauses(String text, String... nouns) {
        return text == null ? null : String.join(", ", BriefReader.clausesNaming(Keywords.normalize(text), nouns));
    }

    /** Whether the part speaks of the person, so that a colour in it is not the colour of a garment. */
    private static boolean claimed(String part) {
        return BriefReader.names(part, Vocabulary.HAIR_WORDS)
                || BriefReader.names(part, Vocabulary.BEARD_WORDS)
                || BriefReader.names(part, " eye", " skin ", " scales", " complexion", " glow")
                || SceneWords.SCENES.in(part)
                || Vocabulary.MARKS.in(part)
                || Vocabulary.COMPANIONS.in(part);
    }

    private static String parts(String text, String... nouns) {
        return split(text).stream()
                .filter(part -> BriefReader.names(part, nouns))
                .collect(Collectors.joining());
    }

    private static List<String> split(String text) {
        return PARTS.splitAsStream(text)
                .map(part -> " " + part.strip() + " ")
                .filter(part -> !part.isBlank())
                .toList();
    }

    private static String withoutArticles(String normalized) {
        return SPACES.matcher(ARTICLES.matcher(normalized).replaceAll("")).replaceAll(" ");
    }

    private static String words(HairStyle style) {
        return switch (style) {
            case SHAVED -> "buzz cut hair";
            case LONG_CURLY -> "long curls";
            case CURLY -> "curls";
            case BALD -> "bald";
            default -> Keywords.wire(style) + " hair";
        };
    }

    private static String words(BeardStyle style) {
        return switch (style) {
            case NONE -> "no beard";
            case STUBBLE, GOATEE, MOUSTACHE -> Keywords.wire(style);
            default -> Keywords.wire(style) + " beard";
        };
    }
}
