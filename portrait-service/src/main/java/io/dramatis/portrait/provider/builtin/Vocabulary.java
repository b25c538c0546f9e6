package io.dramatis.portrait.provider.builtin;

import io.dramatis.portrait.prompt.PortraitStyle;

/** The words the free texts of a brief are searched for; specific words stand before general ones. */
final class Vocabulary {

    static final Keywords<HairStyle> HAIR = new Keywords<HairStyle>()
            .add(HairStyle.BALD, "bald", "hairless", "no hair")
            .add(HairStyle.MOHAWK, "mohawk", "shaved sides", "warhawk", "undercut")
            .add(HairStyle.SHAVED, "shaved", "shaven", "buzz", "cropped", "stubbled")
            .add(HairStyle.BRAIDS, "braid", "plait", "cornrow")
            .add(HairStyle.PONYTAIL, "ponytail", "pony tail", "tied back")
            .add(HairStyle.BUN, "bun ", "topknot", "top knot", "updo", "chignon")
            .add(HairStyle.LONG_CURLY, "long curl", "long dark curl", "mane of curl", "ringlet", "dreadlock")
            .add(HairStyle.CURLY, "curl", "coil", "afro", "frizzy")
            .add(HairStyle.WAVY, "wav", "flowing")
            .add(HairStyle.BOB, "bob", "chin length", "shoulder length", "medium")
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
            .add(Mark.SCAR_LEFT, "scar", "gash")
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
            .add(Mark.WAR_PAINT, "war paint", "warpaint", "face paint", "painted")
            .add(Mark.FRECKLES, "freckle")
            .add(Mark.MOLE, "mole", "beauty mark", "beauty spot")
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
            .add(Mark.EARRINGS, "earring", "ear ring", "pierc")
            .add(Mark.PENDANT, "pendant", "amulet", "necklace", "medallion", "locket")
            .add(Mark.MECHANICAL_ARM, "mechanical arm", "prosthetic", "clockwork arm", "metal arm", "iron hand")
            .add(Mark.HORNS, "horn", "antler");

    static final Keywords<Mark> DRESS_MARKS = new Keywords<Mark>()
            .add(Mark.FUR_COLLAR, "fur", "pelt", "wolfskin")
            .add(Mark.CLOAK, "cloak", "cape", "mantle", "travel")
            .add(Mark.GLASSES, "glasses", "spectacles")
            .add(Mark.EARRINGS, "earring")
            .add(Mark.PENDANT, "pendant", "amulet", "necklace", "medallion");

    static final Keywords<Outfit> OUTFITS = new Keywords<Outfit>()
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
                    "king",
                    "queen",
                    "gown",
                    "coat",
                    "elegant",
                    "dress")
            .add(Outfit.SCHOLAR, "scholar", "waistcoat", "apron", "vest", "tinker", "suit")
            .add(Outfit.WRAP, "monk", "wrap", "sash", "kimono", "gi ", "monastic")
            .add(Outfit.FUR, "furs", "pelt", "hide", "skins")
            .add(Outfit.TUNIC, "tunic", "shirt", "simple", "cloak", "travel", "peasant", "linen", "clothes")
            .add(Outfit.PLATE, "armor", "armour")
            .add(Outfit.FUR, "fur");

    static final Keywords<Headwear> HEADWEAR = new Keywords<Headwear>()
            .add(Headwear.THORNS, "crown of thorns", "thorn crown", "thorns")
            .add(Headwear.LEAF_CROWN, "crown of leaves", "leaf crown", "wreath", "flower", "laurel", "crown of flower")
            .add(Headwear.CROWN, "crown")
            .add(Headwear.CIRCLET, "circlet", "diadem", "tiara")
            .add(Headwear.WIZARD_HAT, "wizard hat", "pointed hat", "pointy hat", "witch hat", "wizards hat")
            .add(Headwear.FEATHERED_HAT, "hat", "feather")
            .add(Headwear.HELMET, "helmet", "helm ")
            .add(Headwear.GOGGLES, "goggles")
            .add(Headwear.BANDANA, "bandana", "headscarf", "headband")
            .add(Headwear.HALO, "halo")
            .add(Headwear.HOOD, "hood");

    /** What the second colour of a garment is said of. */
    static final String[] TRIMMINGS = {" trim", " embroider", " edg", " accent", " thread", " filigree", " lining"};

    static final Keywords<Weapon> WEAPONS = new Keywords<Weapon>()
            .add(Weapon.GREATSWORD, "greatsword", "great sword", "claymore", "two handed sword", "zweihander")
            .add(Weapon.DAGGERS, "dagger", "twin dagger", "knife", "knives", "stiletto", "dirk")
            .add(Weapon.STAFF, "staff", "quarterstaff", "stave", "crook")
            .add(Weapon.WAND, "wand", "rod", "orb", "focus")
            .add(Weapon.BOW, "bow", "longbow", "shortbow", "crossbow", "quiver", "arrow")
            .add(Weapon.AXE, "axe", "greataxe", "battleaxe", "hatchet", "halberd")
            .add(Weapon.HAMMER, "hammer", "warhammer", "maul", "wrench")
            .add(Weapon.MACE, "mace", "morningstar", "flail", "club", "morning star")
            .add(Weapon.SPEAR, "spear", "lance", "trident", "javelin", "glaive", "pike")
            .add(Weapon.BOOK, "book", "tome", "grimoire", "spellbook", "scroll")
            .add(Weapon.LUTE, "lute", "lyre", "harp", "guitar", "fiddle", "violin", "mandolin")
            .add(Weapon.HOLY_SYMBOL, "holy symbol", "symbol", "relic", "prayer", "rosary")
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

    static final Keywords<Scene> SCENES = new Keywords<Scene>()
            .add(Scene.TRAINING_GROUND, "training", "arena", "barracks", "courtyard", "dojo")
            .add(Scene.BATTLEFIELD, "battle", "war", "siege", "burning", "flame", "volcan", "lava", "hell", "inferno")
            .add(Scene.LIBRARY, "library", "study", "book", "archive", "laborator", "workshop")
            .add(Scene.TAVERN, "tavern", "inn ", "pub", "hearth", "fireplace", "kitchen", "market", "forge")
            .add(Scene.TEMPLE, "temple", "church", "cathedral", "shrine", "altar", "monastery", "chapel")
            .add(
                    Scene.CAVE,
                    "cave",
                    "dungeon",
                    "underdark",
                    "crypt",
                    "mine",
                    "sewer",
                    "catacomb",
                    "tomb",
                    "underground")
            .add(Scene.CASTLE, "castle", "throne", "palace", "fortress", "keep", "hall", "tower", "ruin")
            .add(Scene.NIGHT_SKY, "night", "star", "moon", "cosmos", "astral", "galaxy", "void", "aurora")
            .add(Scene.SNOW, "snow", "ice", "frozen", "winter", "tundra", "glacier", "arctic")
            .add(Scene.DESERT, "desert", "dune", "sand", "wasteland", "oasis", "canyon")
            .add(
                    Scene.SEA, "sea", "ocean", "ship", "harbor", "harbour", "beach", "coast", "port", "island", "lake",
                    "river")
            .add(Scene.CITY, "city", "street", "town", "alley", "village", "rooftop", "bridge")
            .add(
                    Scene.FOREST,
                    "forest",
                    "wood",
                    "grove",
                    "jungle",
                    "tree",
                    "glade",
                    "swamp",
                    "garden",
                    "meadow",
                    "field")
            .add(Scene.MOUNTAIN, "mountain", "peak", "cliff", "hill", "summit", "highland", "sky", "valley");

    static final Keywords<Companion> COMPANIONS = new Keywords<Companion>()
            .add(Companion.WOLF, "wolf", "dog", "hound", "fox", "bear")
            .add(Companion.CAT, "cat", "panther", "lynx", "tiger", "lion")
            .add(Companion.OWL, "owl")
            .add(Companion.RAVEN, "raven", "crow ", "hawk", "falcon", "eagle", "bird", "parrot")
            .add(Companion.DRAGON, "dragon", "drake", "wyrm", "pseudodragon");

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

    private Vocabulary() {}
}
