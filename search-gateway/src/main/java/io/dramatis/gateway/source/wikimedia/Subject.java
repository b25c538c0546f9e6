package io.dramatis.gateway.source.wikimedia;

import io.dramatis.gateway.source.CharacterKind;
import java.util.regex.Pattern;

/**
 * What a page or an item is about, by the one line that describes it: "Fictional character in The Witcher". The
 * vocabulary is that of the languages that {@link QueryLanguage} is mostly asked for.
 */
public final class Subject {

    private static final Pattern CHARACTER = words(
            "character|protagonist|antagonist|superhero|superheroine|supervillain|outlaw",
            "персонаж|геро(?:й|иня) (?:романа|повести|пьесы|фильма|сериала|манги|аниме|игры)",
            "पात्र|किरदार|登場人物|キャラクター|主人公|شخصية");
    private static final Pattern FICTIONAL = words(
            "fictional|legendary|mythical|mythological", "вымышленный|вымышленная|легендарный", "काल्पनिक|架空|خيالي");
    private static final Pattern CREATURE = words(
            "creatures?|monsters?|dragons?|beasts?|species|undead|demons?|deity|deities|spirits?",
            "существо|чудовище|монстр|дракон|демон|божество|дух",
            "राक्षस|दानव|怪物|妖怪|モンスター|وحش|مخلوق|تنين");
    private static final Pattern PERSON = words(
            "born|actor|actress|writer|author|novelist|poet|playwright|singer|director|filmmaker|animator|politician"
                    + "|musician|artist|player|mangaka|biography|acteur|écrivain|schriftsteller",
            "писатель|писательница|поэт|актёр|актриса|режиссёр|певец|певица|художник|политик|аниматор|мангака",
            "अभिनेता|अभिनेत्री|लेखक|लेखिका|कवि|गायक|गायिका|निर्देशक|जन्म|俳優|女優|作家|小説家|漫画家|声優|監督|歌手|政治家|詩人"
                    + "|アニメーター|ممثل|كاتب|روائي|شاعر|مغن|مخرج|\\(\\d{3,4}\\s?[–-]\\s?\\d{3,4}\\)");
    private static final Pattern WORK = words(
            "films?|movies?|novels?|novella|books?|manga|anime|series|serial|sitcom|season|episodes?|games?|albums?"
                    + "|songs?|bands?|soundtrack|franchise|company|magazine|lists?|topics|plays?|opera|disambiguation",
            "фильм|мультфильм|роман|повесть|рассказ|сериал|сезон|серия|манга|аниме|игра|альбом|песня|группа|список|опера"
                    + "|пьеса|журнал|компания|франшиза|значения",
            "फ़िल्म|फिल्म|उपन्यास|धारावाहिक|शृंखला|पुस्तक|गीत|सूची|बहुविकल्पी|漫画|アニメ|映画|小説|ゲーム|ドラマ|シリーズ|楽曲|アルバム"
                    + "|一覧|曖昧さ回避|作品|فيلم|رواية|مسلسل|مانغا|أنمي|لعبة|كتاب|أغنية|ألبوم|قائمة|توضيح");
    /** What has a name without being anybody. */
    private static final Pattern THING = words(
            "city|town|village|municipality|commune|district|county|prefecture|province|country|river|lake|mountain"
                    + "|island|crater|asteroid|planet|galaxy|ship|spacecraft|school|university|station|universe"
                    + "|organi[sz]ation|weapon|sword|language|surname|name|award|battle|profession|dish|software|protein"
                    + "|gene|wikimedia",
            "город|деревня|село|район|область|страна|река|озеро|гора|остров|кратер|астероид|планета|корабль|школа"
                    + "|станция|фамилия|имя|премия|битва|профессия|викимедиа",
            "शहर|गाँव|नदी|ज़िला|都市|市町村|小惑星|惑星|姓名|مدينة|قرية|نهر|كويكب");

    private static final Pattern FICTIONAL_THING = Pattern.compile(
            "(?i)\\bfictional (?:(?!in |of |from |by |at |on )\\w+ ){0,2}(?:city|town|village|country|planet|island|location"
                    + "|place|universe|setting|ship|spacecraft|starship|weapon|sword|school|company|organi[sz]ation|team"
                    + "|group|language)\\b");
    private static final Pattern TAXON =
            Pattern.compile("(?i)^(?:extinct |fossil )?(?:sub)?(?:species|genus|family|breed|order) of .*");

    private Subject() {}

    /**
     * Null for what is neither a character nor a person; without a description it may be one.
     *
     * @param description in any language, possibly empty
     */
    public static CharacterKind kind(String description) {
        if (TAXON.matcher(description).matches()) {
            return null;
        }
        boolean character = CHARACTER.matcher(description).find();
        if (!character && CREATURE.matcher(description).find()) {
            return CharacterKind.CREATURE;
        }
        if (character) {
            return CharacterKind.CHARACTER;
        }
        if (FICTIONAL.matcher(description).find()) {
            return FICTIONAL_THING.matcher(description).find() ? null : CharacterKind.CHARACTER;
        }
        if (PERSON.matcher(description).find()) {
            return CharacterKind.PERSON;
        }
        return WORK.matcher(description).find() || THING.matcher(description).find() ? null : CharacterKind.CHARACTER;
    }

    /** Whether the description says by itself that this is somebody of fiction, rather than not saying otherwise. */
    public static boolean surelyFictional(String description) {
        CharacterKind kind = kind(description);
        return kind == CharacterKind.CREATURE
                || kind == CharacterKind.CHARACTER
                        && (CHARACTER.matcher(description).find()
                                || FICTIONAL.matcher(description).find());
    }

    /**
     * @param latin words, between which there are boundaries
     * @param cyrillic the same
     * @param joined parts of words, in scripts where a word's end is not to be seen or its endings change
     */
    private static Pattern words(String latin, String cyrillic, String joined) {
        return Pattern.compile("(?iU)\\b(?:" + latin + "|" + cyrillic + ")\\b|" + joined);
    }
}
