package io.dramatis.portrait.provider.builtin;

/** The words for places and their light; specific words stand before general ones. */
final class SceneWords {

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

    private SceneWords() {}
}
