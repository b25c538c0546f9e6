package io.dramatis.portrait.provider.builtin;

import io.dramatis.portrait.prompt.PortraitStyle;

/** The words the free texts of a brief are searched for; specific words stand before general ones. */
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

    static final Keywords<Scene> SCENES = new Keywords<Scene>()
            .add(
                    Scene.MOON,
                    "on moon",
                    "on the moon",
                    "moon surface",
                    "surface of the moon",
                    "lunar",
                    "moon base",
                    "moonscape",
                    "moon crater")
            .add(
                    Scene.SPACE,
                    "space ",
                    "outer space",
                    "spaceship",
                    "space station",
                    "starship",
                    "orbit",
                    "planet",
                    "nebula",
                    "galaxy",
                    "cosmos",
                    "mars ")
            .add(
                    Scene.CITY_NIGHT,
                    "city at night",
                    "night city",
                    "neon",
                    "cyberpunk",
                    "nightclub",
                    "night club",
                    "skyline",
                    "streets at night",
                    "street at night",
                    "city by night",
                    "metropolis",
                    "skyscraper")
            .add(Scene.BEACH, "beach", "seaside", "tropical", "palm tree", "lagoon", "seashore")
            .add(Scene.SHIP, "ship ", "ships ", "boat", "deck", "galleon", "on board", "sailing")
            .add(
                    Scene.MEADOW,
                    "meadow",
                    "garden",
                    "field of",
                    "flowers",
                    "orchard",
                    "park ",
                    "vineyard",
                    "cherry blossom",
                    "blossom",
                    "farm",
                    "spring")
            .add(Scene.TRAINING_GROUND, "training", "arena", "barracks", "courtyard", "dojo")
            .add(
                    Scene.BATTLEFIELD,
                    "battle",
                    "war ",
                    "warzone",
                    "siege",
                    "burning",
                    "flame",
                    "volcan",
                    "lava ",
                    "hell ",
                    "inferno")
            .add(
                    Scene.LIBRARY,
                    "library",
                    "study ",
                    "books ",
                    "bookshel",
                    "bookstore",
                    "bookshop",
                    "classroom",
                    "school ",
                    "office",
                    "archive",
                    "laborator",
                    "workshop")
            .add(
                    Scene.TAVERN,
                    "tavern",
                    "inn ",
                    "pub ",
                    "bar ",
                    "hearth",
                    "fireplace",
                    "kitchen",
                    "market",
                    "forge ",
                    "cafe ",
                    "restaurant",
                    "campfire")
            .add(Scene.TEMPLE, "temple", "church", "cathedral", "shrine", "altar", "monastery", "chapel")
            .add(
                    Scene.CAVE,
                    "cave",
                    "dungeon",
                    "underdark ",
                    "crypt",
                    "mine ",
                    "mines ",
                    "sewer",
                    "catacomb",
                    "tomb",
                    "underground")
            .add(
                    Scene.CASTLE,
                    "castle",
                    "throne",
                    "palace",
                    "fortress",
                    "hall ",
                    "hallway",
                    "tower ",
                    "ruin",
                    "ballroom",
                    "court ")
            .add(
                    Scene.NIGHT_SKY,
                    "night ",
                    "star ",
                    "stars ",
                    "starry",
                    "starlit",
                    "moon ",
                    "moonlit",
                    "moonlight",
                    "astral",
                    "void ",
                    "aurora",
                    "midnight sky")
            .add(Scene.SNOW, "snow", "ice ", "icy ", "frozen", "winter", "tundra", "glacier", "arctic", "blizzard")
            .add(Scene.DESERT, "desert", "dune", "sand ", "sands ", "wasteland", "oasis", "canyon", "pyramid", "egypt")
            .add(Scene.SEA, "sea ", "seas ", "ocean", "harbor", "harbour", "coast", "port ", "island", "lake", "river")
            .add(Scene.CITY, "city", "street", "town", "alley", "village", "rooftop", "bridge")
            .add(
                    Scene.FOREST,
                    "forest",
                    "wood ",
                    "woods ",
                    "woodland",
                    "grove",
                    "jungle",
                    "tree ",
                    "trees ",
                    "glade",
                    "swamp",
                    "field ",
                    "fields ")
            .add(Scene.MOUNTAIN, "mountain", "peak", "cliff", "hill", "summit", "highland", "sky ", "skies", "valley");

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

    /** Light and hour, of a text that names them. */
    static final Keywords<Grade> LIGHTS = new Keywords<Grade>()
            .add(
                    Grade.WARM,
                    "sunset",
                    "sunrise",
                    "golden hour",
                    "candlelight",
                    "candle light",
                    "firelight",
                    "warm light",
                    "sunlit")
            .add(Grade.COOL, "moonlight", "moonlit", "at night", "by night", "dusk", "twilight", "cold light", "rain")
            .add(Grade.DARK, "darkness", "shadows", "dark room", "dim light", "dimly", "gloom", "stormy");

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
        " shaved head"
    };

    static final String[] BEARD_WORDS = {
        " beard",
        " moustache",
        " mustache",
        " goatee",
        " stubble",
        " whiskers",
        " clean shaven",
        " unshaven",
        " sideburn"
    };

    private Vocabulary() {}
}
