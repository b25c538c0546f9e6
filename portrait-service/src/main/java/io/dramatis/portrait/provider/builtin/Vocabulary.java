package io.dramatis.portrait.provider.builtin;

import io.dramatis.portrait.prompt.PortraitStyle;

/**
 * The words by which people, their dress and what they carry are described; specific words stand before general ones.
 * Places are in {@link SceneWords}, and what only a wish says in {@link WishWords}.
 */
final class Vocabulary {

    static final Keywords<HairStyle> HAIR = new Keywords<HairStyle>()
            .add(HairStyle.BALD, "bald", "hairless", "no hair")
            .add(HairStyle.MOHAWK, "mohawk", "shaved sides", "warhawk", "undercut")
            .add(HairStyle.SHAVED, "shaved", "shaven", "buzz", "crew cut", "cropped", "stubbled")
            .add(HairStyle.BRAIDS, "braid", "plait", "cornrow", "pigtail")
            .add(HairStyle.PONYTAIL, "ponytail", "pony tail", "tied back")
            .add(HairStyle.BUN, "bun ", "topknot", "top knot", "updo", "chignon")
            .add(HairStyle.LONG_CURLY, "long curl", "long dark curl", "mane of curl", "ringlet", "dreadlock")
            .add(HairStyle.CURLY, "curl", "coil", "afro", "frizzy")
            .add(HairStyle.WAVY, "wav", "flowing")
            .add(HairStyle.BOB, "bob", "chin length", "shoulder length", "medium", "pixie")
            .add(HairStyle.SLICKED, "slick", "combed back", "swept back")
            .add(HairStyle.TOUSLED, "tousled", "messy", "wild", "unruly", "spiky", "shaggy", "windswept", "ruffled")
            .add(HairStyle.LONG, "long", "straight", "mane")
            .add(HairStyle.SHORT, "short", "neat", "trimmed");

    static final Keywords<BeardStyle> BEARDS = new Keywords<BeardStyle>()
            .add(BeardStyle.NONE, "clean", "no beard", "beardless", "without beard")
            .add(BeardStyle.STUBBLE, "stubble", "unshaven", "five o")
            .add(BeardStyle.GOATEE, "goatee", "pointed beard", "van dyke")
            .add(BeardStyle.BRAIDED, "braided", "plaited", "braid")
            .add(BeardStyle.LONG, "long", "flowing", "great", "mighty", "wizard")
            .add(BeardStyle.SHORT, "short beard", "trimmed", "neat", "short", "close")
            .add(BeardStyle.FULL, "beard", "whiskers", "sideburn")
            .add(BeardStyle.MOUSTACHE, "moustache", "mustache");

    static final Keywords<Mark> MARKS = new Keywords<Mark>()
            .add(Mark.SCAR_RIGHT, "scar across right", "scar on right", "scar over right", "right cheek scar")
            .add(Mark.SCAR_LEFT, "scar ", "scars ", "scarred", "gash")
            .add(Mark.EYEPATCH, "eyepatch", "eye patch", "missing eye", "one eyed")
            .add(Mark.GLASSES, "glasses", "spectacles", "monocle")
            .add(
                    Mark.ARM_TATTOO,
                    "tattoos on arm",
                    "tattoos on her arm",
                    "tattoos on his arm",
                    "tattooed arm",
                    "arm tattoo")
            .add(
                    Mark.GLOWING_TATTOO,
                    "glowing tattoo",
                    "glowing arcane",
                    "glowing rune",
                    "glowing mark",
                    "arcane tattoo",
                    "runes",
                    "luminous")
            .add(Mark.FACE_TATTOO, "tattoo", "markings")
            .add(Mark.WAR_PAINT, "war paint", "warpaint", "face paint", "painted face")
            .add(Mark.FRECKLES, "freckle")
            .add(Mark.MOLE, "mole ", "moles ", "beauty mark", "beauty spot")
            .add(
                    Mark.GLOWING_EYES,
                    "glowing eye",
                    "burning eye",
                    "eyes glow",
                    "glowing blue eye",
                    "glowing red eye",
                    "glowing green eye",
                    "glowing golden eye",
                    "glowing violet eye")
            .add(Mark.EARRINGS, "earring", "ear ring", "pierced", "piercings")
            .add(Mark.PENDANT, "pendant", "amulet", "necklace", "medallion", "locket")
            .add(Mark.MECHANICAL_ARM, "mechanical arm", "prosthetic", "clockwork arm", "metal arm", "iron hand")
            .add(Mark.HORNS, "horn", "antler");

    static final Keywords<Mark> DRESS_MARKS = new Keywords<Mark>()
            .add(Mark.FUR_COLLAR, "fur ", "furs ", "pelt", "wolfskin")
            .add(Mark.CLOAK, "cloak", "cape ", "capes ", "mantle", "travel")
            .add(Mark.GLASSES, "glasses", "spectacles")
            .add(Mark.EARRINGS, "earring")
            .add(Mark.PENDANT, "pendant", "amulet", "necklace", "medallion");

    static final Keywords<Outfit> OUTFITS = new Keywords<Outfit>()
            .add(Outfit.SPACESUIT, "spacesuit", "space suit", "astronaut", "cosmonaut", "pressure suit")
            .add(Outfit.KIMONO, "kimono", "yukata", "hanfu", "hanbok", "geisha")
            .add(
                    Outfit.SUIT,
                    "business suit",
                    "tuxedo",
                    "tux ",
                    "pinstripe",
                    "office suit",
                    "three piece suit",
                    "suit and tie",
                    "black suit",
                    "dark suit",
                    "grey suit",
                    "gray suit",
                    "blue suit",
                    "navy suit",
                    "white suit",
                    "tailored suit",
                    "dinner jacket",
                    "detective",
                    "businessman",
                    "businesswoman")
            .add(Outfit.WEDDING, "wedding", "bridal", "bride")
            .add(
                    Outfit.GOWN,
                    "ball gown",
                    "ballgown",
                    "evening gown",
                    "evening dress",
                    "cocktail dress",
                    "summer dress",
                    "gown",
                    "dress ",
                    "dresses ",
                    "princess")
            .add(
                    Outfit.WINTER_COAT,
                    "winter coat",
                    "winter jacket",
                    "winter cloth",
                    "parka",
                    "anorak",
                    "overcoat",
                    "warm coat",
                    "heavy coat",
                    "puffer",
                    "ski jacket",
                    "scarf")
            .add(Outfit.PIRATE, "pirate", "buccaneer", "corsair", "privateer", "ship captain", "sea captain")
            .add(Outfit.SCHOOL, "school uniform", "schoolgirl", "schoolboy", "sailor uniform", "student", "blazer")
            .add(
                    Outfit.CYBERPUNK,
                    "cyberpunk",
                    "neon jacket",
                    "techwear",
                    "futuristic",
                    "biker jacket",
                    "leather jacket",
                    "punk",
                    "bomber jacket",
                    "motorcycle")
            .add(
                    Outfit.BEACH,
                    "swimsuit",
                    "bikini",
                    "swimwear",
                    "swim trunk",
                    "beachwear",
                    "beach wear",
                    "hawaiian",
                    "sundress",
                    "tank top")
            .add(
                    Outfit.ROYAL,
                    "royal robe",
                    "royal regalia",
                    "royal cloth",
                    "royal attire",
                    "regalia",
                    "ermine",
                    "coronation",
                    "emperor",
                    "empress",
                    "king ",
                    "queen ")
            .add(
                    Outfit.CASUAL,
                    "hoodie",
                    "sweater",
                    "jumper",
                    "t shirt",
                    "tshirt",
                    "tee shirt",
                    "jeans",
                    "casual",
                    "modern cloth",
                    "pullover",
                    "cardigan")
            .add(
                    Outfit.PLATE,
                    "plate",
                    "full armor",
                    "full armour",
                    "heavy armor",
                    "heavy armour",
                    "cuirass",
                    "breastplate")
            .add(Outfit.CHAIN, "chain", "mail", "scale")
            .add(Outfit.LEATHER, "leather", "studded", "brigandine", "light armor", "light armour")
            .add(Outfit.VESTMENTS, "vestment", "priest", "tabard", "surcoat", "habit", "holy robe")
            .add(Outfit.ROBE, "robe", "wizard", "mage", "sorcer", "cassock")
            .add(
                    Outfit.NOBLE,
                    "noble",
                    "doublet",
                    "velvet",
                    "silk",
                    "finery",
                    "brocade",
                    "royal",
                    "coat ",
                    "elegant",
                    "uniform")
            .add(Outfit.SCHOLAR, "scholar", "waistcoat", "apron", "vest ", "tinker", "suit ")
            .add(Outfit.WRAP, "monk", "wrap", "sash", "gi ", "monastic", "karate", "judo")
            .add(Outfit.FUR, "furs", "pelt", "hide ", "hides ", "skins")
            .add(Outfit.TUNIC, "tunic", "shirt", "simple", "cloak", "travel", "peasant", "linen", "clothes")
            .add(Outfit.PLATE, "armor", "armour")
            .add(Outfit.FUR, "fur ");

    static final Keywords<Headwear> HEADWEAR = new Keywords<Headwear>()
            .add(Headwear.THORNS, "crown of thorns", "thorn crown", "thorns")
            .add(
                    Headwear.LEAF_CROWN,
                    "crown of leaves",
                    "leaf crown",
                    "wreath",
                    "flower crown",
                    "crown of flower",
                    "flowers in hair",
                    "flower ",
                    "laurel")
            .add(Headwear.VEIL, "veil")
            .add(Headwear.TRICORN, "tricorn", "pirate hat", "pirate captain hat")
            .add(Headwear.SPACE_HELMET, "space helmet", "astronaut helmet", "spacesuit helmet", "helmet visor")
            .add(Headwear.CROWN, "crown")
            .add(Headwear.CIRCLET, "circlet", "diadem", "tiara")
            .add(Headwear.WIZARD_HAT, "wizard hat", "pointed hat", "pointy hat", "witch hat", "wizards hat")
            .add(Headwear.BEANIE, "beanie", "wool hat", "woolly hat", "wool cap", "knit", "winter hat", "fur hat")
            .add(Headwear.FEATHERED_HAT, "hat ", "feather")
            .add(Headwear.HELMET, "helmet", "helm ")
            .add(Headwear.GOGGLES, "goggles")
            .add(Headwear.BANDANA, "bandana", "headscarf", "headband")
            .add(Headwear.HALO, "halo")
            .add(Headwear.HOOD, "hood ", "hooded", "hoods ");

    /** What the second colour of a garment is said of. */
    static final String[] TRIMMINGS = {" trim", " embroider", " edg", " accent", " thread", " filigree", " lining"};

    static final Keywords<Weapon> WEAPONS = new Keywords<Weapon>()
            .add(Weapon.GREATSWORD, "greatsword", "great sword", "claymore", "two handed sword", "zweihander")
            .add(Weapon.DAGGERS, "dagger", "twin dagger", "knife", "knives", "stiletto", "dirk")
            .add(Weapon.STAFF, "staff", "quarterstaff", "stave", "crook")
            .add(Weapon.WAND, "wand ", "wands ", "rod ", "orb ", "focus ")
            .add(Weapon.BOW, "bow ", "bows ", "longbow", "shortbow", "crossbow", "quiver", "arrow")
            .add(Weapon.AXE, "axe", "greataxe", "battleaxe", "hatchet", "halberd")
            .add(Weapon.HAMMER, "hammer", "warhammer", "maul ", "wrench")
            .add(Weapon.MACE, "mace", "morningstar", "flail", "club ", "morning star")
            .add(Weapon.SPEAR, "spear", "lance ", "trident", "javelin", "glaive", "pike ")
            .add(Weapon.BOOK, "book", "tome", "grimoire", "spellbook", "scroll")
            .add(Weapon.LUTE, "lute", "lyre", "harp ", "guitar", "fiddle", "violin", "mandolin")
            .add(Weapon.HOLY_SYMBOL, "holy symbol", "symbol", "relic ", "prayer", "rosary")
            .add(
                    Weapon.SWORD,
                    "sword",
                    "longsword",
                    "rapier",
                    "scimitar",
                    "katana",
                    "blade",
                    "sabre",
                    "saber",
                    "shortsword",
                    "cutlass")
            .add(Weapon.SHIELD, "shield", "buckler");

    static final Keywords<Companion> COMPANIONS = new Keywords<Companion>()
            .add(Companion.WOLF, "wolf", "dog ", "dogs ", "puppy", "hound", "fox ", "bear ")
            .add(Companion.CAT, "cat ", "cats ", "kitten", "panther", "lynx", "tiger", "lion ")
            .add(Companion.OWL, "owl")
            .add(Companion.RAVEN, "raven", "crow ", "hawk", "falcon", "eagle", "bird", "parrot")
            .add(Companion.DRAGON, "dragon ", "drake ", "wyrm", "pseudodragon");

    static final Keywords<PortraitStyle> STYLES = new Keywords<PortraitStyle>()
            .add(PortraitStyle.PIXEL, "pixel", "sprite", "retro game")
            .add(PortraitStyle.WEBTOON, "webtoon", "manhwa", "comic", "cartoon", "graphic novel", "cel shaded")
            .add(PortraitStyle.ANIME, "anime", "manga", "chibi", "ghibli")
            .add(
                    PortraitStyle.INK,
                    "ink",
                    "sketch",
                    "charcoal",
                    "pencil",
                    "engraving",
                    "woodcut",
                    "line art",
                    "etching")
            .add(PortraitStyle.REALISTIC, "realis", "photo", "lifelike", "cinematic", "film")
            .add(
                    PortraitStyle.PAINTERLY,
                    "paint",
                    "oil",
                    "watercolor",
                    "watercolour",
                    "brush",
                    "impression",
                    "old master");

    static final Keywords<Grade> GRADES = new Keywords<Grade>()
            .add(Grade.SEPIA, "sepia", "old master", "renaissance", "vintage")
            .add(Grade.DARK, "dark", "gothic", "noir", "grim", "moody", "horror")
            .add(Grade.PALE, "watercolor", "watercolour", "pastel", "soft", "pale", "dream")
            .add(Grade.VIVID, "vivid", "vibrant", "bold", "pop")
            .add(Grade.COOL, "cool", "cold", "moonlit", "winter")
            .add(Grade.WARM, "warm", "golden", "sunset", "cozy", "fairy", "storybook");

    /** How far the sitter stands above the common height, from -1 to 1. */
    static final Keywords<Double> STATURES = new Keywords<Double>()
            .add(1.0, "towering", "giant", "huge", "very tall", "enormous")
            .add(0.6, "tall", "lanky")
            .add(-1.0, "diminutive", "tiny", "very short", "small")
            .add(-0.6, "short", "petite");

    /** What tells that a phrase is about the hair of the head. */
    static final String[] HAIR_WORDS = {
        " hair",
        " bald ",
        " mohawk",
        " buzz",
        " crew cut",
        " ponytail",
        " pony tail",
        " braid",
        " pigtail",
        " plait",
        " cornrow",
        " bun ",
        " topknot",
        " curls ",
        " ringlet",
        " dreadlock",
        " afro",
        " undercut",
        " bob ",
        " pixie cut",
        " shaved head",
        " shaven head",
        " locks "
    };

    /** What tells that a phrase is about the beard, or about its want. */
    static final String[] BEARD_WORDS = {
        " beard",
        " moustache",
        " mustache",
        " goatee",
        " stubble ",
        " whiskers",
        " clean shaven",
        " unshaven",
        " sideburn"
    };

    private Vocabulary() {}
}
