package io.dramatis.portrait.provider.builtin;

/**
 * The words that only a wish for a variant is searched for: what a profile says by a value of its own, and what is to
 * go. Specific words stand before general ones.
 */
final class WishWords {

    static final Keywords<Expression> MOODS = new Keywords<Expression>()
            .add(Expression.CRYING, "crying", "cries", "tears", "tearful", "weeping", "sobbing", "in tears")
            .add(Expression.LAUGHING, "laugh", "giggl", "chuckl", "hilarious")
            .add(
                    Expression.SURPRISED,
                    "surprise",
                    "astonish",
                    "amazed",
                    "shocked",
                    "startled",
                    "wide eyed",
                    "gasping",
                    "stunned")
            .add(
                    Expression.AFRAID,
                    "afraid",
                    "scared",
                    "frighten",
                    "terrif",
                    "fearful",
                    "horrified",
                    "panick",
                    "anxious",
                    "nervous",
                    "worried")
            .add(
                    Expression.FIERCE,
                    "angry",
                    "anger",
                    "furious",
                    "fury",
                    "rage",
                    "raging",
                    "enraged",
                    "shouting",
                    "screaming",
                    "yelling",
                    "fierce",
                    "snarling",
                    "roaring",
                    "battle cry")
            .add(
                    Expression.SAD,
                    "sad ",
                    "sadness",
                    "sadly",
                    "sorrow",
                    "grief",
                    "griev",
                    "unhappy",
                    "mourn",
                    "melanchol",
                    "heartbroken",
                    "depressed")
            .add(Expression.STERN, "stern", "serious", "grim ", "frown", "disapprov", "annoyed", "strict", "scowl")
            .add(Expression.BROODING, "brooding", "gloomy", "sullen", "bitter", "tired", "weary", "exhausted")
            .add(Expression.SERENE, "serene", "calm", "peaceful", "meditat", "relaxed", "sleepy", "tranquil", "dreamy")
            .add(
                    Expression.JOYFUL,
                    "joy",
                    "grin",
                    "beaming",
                    "delighted",
                    "cheerful",
                    "excited",
                    "ecstatic",
                    "celebrat",
                    "happy",
                    "happily",
                    "overjoyed")
            .add(Expression.FRIENDLY, "friendly", "smil", "kind ", "warm smile", "gentle", "loving", "in love")
            .add(Expression.MYSTERIOUS, "mysterious", "enigmatic", "sly", "cunning", "secretive", "seductive", "flirt")
            .add(Expression.CONFIDENT, "confident", "smirk", "proud", "cocky", "smug", "triumphant")
            .add(Expression.WISE, "wise ", "wisdom", "knowing", "thoughtful look")
            .add(Expression.DETERMINED, "determined", "resolute", "focused", "concentrat");

    static final Keywords<Pose> POSES = new Keywords<Pose>()
            .add(
                    Pose.LOOKING_OVER_SHOULDER,
                    "over shoulder",
                    "looking back",
                    "looks back",
                    "from behind",
                    "glancing back",
                    "turned away",
                    "turning")
            .add(Pose.ARMS_CROSSED, "arms crossed", "crossed arms", "arms folded", "folded arms", "crossing arms")
            .add(
                    Pose.CASTING_SPELL,
                    "casting",
                    "casts ",
                    "conjur",
                    "spell",
                    "hands raised",
                    "arms raised",
                    "hands glowing",
                    "waving")
            .add(
                    Pose.SEATED_THOUGHTFUL,
                    "seated",
                    "sitting",
                    "sits ",
                    "thinking",
                    "thoughtful",
                    "pondering",
                    "chin resting",
                    "hand chin",
                    "reading",
                    "resting")
            .add(
                    Pose.WEAPON_READY,
                    "fighting",
                    "weapon drawn",
                    "weapon ready",
                    "sword drawn",
                    "battle stance",
                    "battle ready",
                    "combat",
                    "attacking",
                    "swinging",
                    "charging",
                    "aiming",
                    "dueling",
                    "duelling",
                    "ready to fight",
                    "drawn sword",
                    "brandish")
            .add(Pose.STANDING_CONFIDENT, "standing", "stands ", "upright", "posing");

    static final Keywords<AgeCategory> AGES = new Keywords<AgeCategory>()
            .add(
                    AgeCategory.CHILD,
                    "child",
                    "kid ",
                    "little girl",
                    "little boy",
                    "young girl",
                    "young boy",
                    "small girl",
                    "small boy",
                    "toddler",
                    "boy ",
                    "girl ")
            .add(AgeCategory.MIDDLE_AGED, "middle aged", "mature ")
            .add(
                    AgeCategory.ELDERLY,
                    "elderly",
                    "old man",
                    "old woman",
                    "old lady",
                    "old person",
                    "old age",
                    "old version",
                    "old self",
                    "old wizard",
                    "old witch",
                    "old king",
                    "old queen",
                    "as old",
                    "very old",
                    "grandmother",
                    "grandfather",
                    "grandma",
                    "grandpa",
                    "senior ",
                    "crone",
                    "aged ",
                    "ancient self")
            .add(
                    AgeCategory.YOUNG,
                    "teen",
                    "adolescent",
                    "youth ",
                    "youthful",
                    "young man",
                    "young woman",
                    "young adult",
                    "young version",
                    "young self",
                    "young lady",
                    "as young",
                    "student")
            .add(AgeCategory.ADULT, "adult", "grown up", "grownup", "grown man", "grown woman");

    static final Keywords<Boolean> BAREHEADED = new Keywords<Boolean>()
            .add(
                    true,
                    "bareheaded",
                    "bare headed",
                    "without hat",
                    "without hood",
                    "without helmet",
                    "without crown",
                    "without headwear",
                    "no hat",
                    "no hood",
                    "no helmet",
                    "no crown",
                    "hat off",
                    "helmet off",
                    "hood down");

    static final Keywords<Boolean> UNARMED = new Keywords<Boolean>()
            .add(
                    true,
                    "unarmed",
                    "without weapon",
                    "no weapon",
                    "empty hand",
                    "without sword",
                    "without staff",
                    "disarmed");

    /** Marks that a text takes off the sitter. */
    static final Keywords<Mark> REMOVED = new Keywords<Mark>()
            .add(Mark.GLASSES, "without glasses", "no glasses", "without spectacles")
            .add(Mark.EYEPATCH, "without eyepatch", "no eyepatch", "without eye patch")
            .add(Mark.WAR_PAINT, "without war paint", "no war paint", "without warpaint")
            .add(Mark.PENDANT, "without necklace", "no necklace", "without pendant", "without amulet")
            .add(Mark.EARRINGS, "without earring", "no earring")
            .add(Mark.CLOAK, "without cloak", "no cloak", "without cape");

    private WishWords() {}
}
