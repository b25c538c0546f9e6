package io.dramatis.gateway.search;

import io.dramatis.gateway.source.CharacterKind;
import io.dramatis.gateway.source.Typos;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How well results answer a query, from 0 to 1. The kind of match decides, in this order: the name as a whole, an alias
 * as a whole, a name together with its work, the beginning of a name, words of it, the work's exact title, a word half
 * typed, a name with typing mistakes or missing words, words of the title, a mention among the attributes, nothing.
 * Everything else that counts – a picture, agreement between sources, the source's own order – is less than the step
 * from one kind to the next.
 */
final class Relevance {

    private static final double EXACT = 0.97;
    private static final double ALIAS = 0.925;
    private static final double WITH_TITLE = 0.885;
    private static final double PREFIX = 0.845;
    private static final double WORDS = 0.805;
    private static final double TITLE = 0.765;
    private static final double HALF_WORD = 0.72;
    private static final double SIMILAR = 0.46;
    private static final double SIMILAR_RANGE = 0.22;
    private static final double IN_TITLE = 0.42;
    private static final double MENTIONED = 0.34;
    private static final double ELSEWHERE = 0.2;

    /** The steps within one kind of match. */
    private static final double CASE_DIFFERS = 0.003;

    private static final double SPACES_DIFFER = 0.008;
    private static final double SPELLING_DIFFERS = 0.012;
    private static final double OF_AN_ALIAS = 0.02;

    /** What is no whole name is more probably meant to find a character than an actor. */
    private static final double A_PERSON = 0.04;

    private static final double A_PICTURE = 0.01;
    private static final double ANOTHER_SOURCE = 0.005;
    private static final int SOURCES_COUNTED = 2;
    private static final double FIRST_RANK = 0.01;
    private static final int RANKS_COUNTED = 30;

    /** Share of the query's letters that a similar name must hold. */
    private static final double SIMILAR_ENOUGH = 0.6;

    /** A word of so many letters does not stand inside others by chance. */
    private static final int LONG_ENOUGH = 6;

    private static final double BY_INITIAL = 0.8;
    private static final Set<String> LINKING = Set.of("of", "the", "from", "in", "and", "a");

    private final Spelling query;
    private final WorkTitle queryAsTitle;
    private final boolean latin;
    private final boolean unspaced;

    Relevance(String query) {
        this.query = Spelling.of(query);
        this.queryAsTitle = WorkTitle.of(query);
        this.latin = this.query.isLatin();
        this.unspaced = this.query.isUnspaced();
    }

    /**
     * The score of a result that several sources may know.
     *
     * @param match the best {@link #match} of its sources' results
     * @param rank the best place that a source gave it
     * @param sources how many know it
     */
    static double score(double match, CharacterKind kind, boolean hasPicture, int sources, int rank) {
        double score = match;
        if (kind == CharacterKind.PERSON && match < ALIAS - SPELLING_DIFFERS) {
            score -= A_PERSON;
        }
        score += hasPicture ? A_PICTURE : 0;
        score += ANOTHER_SOURCE * Math.min(sources - 1, SOURCES_COUNTED);
        score += FIRST_RANK * (RANKS_COUNTED - Math.min(rank, RANKS_COUNTED)) / RANKS_COUNTED;
        return score;
    }

    /** The kind of match, as a number. */
    double match(Candidate candidate) {
        if (query.isEmpty()) {
            return ELSEWHERE;
        }
        boolean person = candidate.character().kind() == CharacterKind.PERSON;
        double title = person ? 0 : titleMatch(candidate.titles());
        double best = nameMatch(candidate.name());
        for (Spelling alias : candidate.aliases()) {
            best = Math.max(best, asAlias(nameMatch(alias)));
        }
        if (title == 0 && best < WITH_TITLE) {
            best = Math.max(best, withTitle(candidate));
        }
        best = Math.max(best, title);
        if (best > 0) {
            return best;
        }
        double similar = similarity(candidate.name());
        for (Spelling alias : candidate.aliases()) {
            similar = Math.max(similar, similarity(alias));
        }
        if (similar > 0) {
            return SIMILAR + SIMILAR_RANGE * similar;
        }
        if (!person && isInTitle(candidate.titles())) {
            return IN_TITLE;
        }
        return isMentioned(candidate) ? MENTIONED : ELSEWHERE;
    }

    private static double asAlias(double match) {
        return match > ALIAS ? ALIAS - (EXACT - match) : match - (match > 0 ? OF_AN_ALIAS : 0);
    }

    /** 0 where the query's words are not all there. */
    private double nameMatch(Spelling name) {
        if (name.folded().equals(query.folded())) {
            return name.text().equalsIgnoreCase(query.text()) ? EXACT : EXACT - CASE_DIFFERS;
        }
        int together = name.wordsSpelling(query.joined());
        if (together == name.keys().length) {
            return EXACT - SPACES_DIFFER;
        }
        if (hasAll(name, query.significant())) {
            if (name.nameKey().equals(query.nameKey())) {
                return EXACT - SPELLING_DIFFERS;
            }
            return together > 0 ? startingWith(name) : WORDS;
        }
        if (together > 0) {
            return startingWith(name);
        }
        if (unspaced && query.folded().length() > 1 && name.folded().contains(query.folded())) {
            return name.folded().startsWith(query.folded()) ? PREFIX : WORDS;
        }
        return isHalfTyped(name) ? HALF_WORD : 0;
    }

    private double startingWith(Spelling name) {
        return name.folded().startsWith(query.folded()) ? PREFIX : PREFIX - SPELLING_DIFFERS;
    }

    private static boolean hasAll(Spelling name, String[] keys) {
        for (String key : keys) {
            if (!name.hasKey(key)) {
                return false;
            }
        }
        return true;
    }

    private boolean isHalfTyped(Spelling name) {
        String[] words = query.words();
        int last = words.length - 1;
        for (int i = 0; i < last; i++) {
            if (!name.hasKey(query.keys()[i])) {
                return false;
            }
        }
        if (words[last].length() < 2 && last > 0) {
            return false;
        }
        for (String word : name.words()) {
            if (word.startsWith(words[last])) {
                return true;
            }
        }
        return false;
    }

    private double titleMatch(List<WorkTitle> titles) {
        String wanted = queryAsTitle.full();
        double best = 0;
        for (WorkTitle title : titles) {
            if (wanted.equals(title.full())) {
                return TITLE;
            }
            if (wanted.equals(title.base()) || title.full().equals(queryAsTitle.base())) {
                best = TITLE - SPELLING_DIFFERS;
            }
        }
        return best;
    }

    /** {@code "guts berserk"}: some words name the character, the others its work. */
    private double withTitle(Candidate candidate) {
        if (query.keys().length < 2) {
            return 0;
        }
        double best = 0;
        for (WorkTitle title : candidate.titles()) {
            best = Math.max(best, withTitle(candidate.name(), title.spelling()));
            for (Spelling alias : candidate.aliases()) {
                best = Math.max(best, asAlias(withTitle(alias, title.spelling())));
            }
        }
        return best;
    }

    private double withTitle(Spelling name, Spelling title) {
        List<String> ofName = new ArrayList<>(4);
        boolean ofTitle = false;
        for (int i = 0; i < query.keys().length; i++) {
            String key = query.keys()[i];
            if (name.hasKey(key)) {
                ofName.add(key);
            } else if (title.hasKey(key)) {
                ofTitle = true;
            } else if (!LINKING.contains(query.words()[i])) {
                return 0;
            }
        }
        if (ofName.isEmpty() || !ofTitle) {
            return 0;
        }
        for (String key : name.significant()) {
            if (!ofName.contains(key)) {
                return WORDS - SPELLING_DIFFERS;
            }
        }
        return WITH_TITLE;
    }

    /** 0 where too little is the same, up to 1. */
    private double similarity(Spelling name) {
        String[] wanted = query.significant();
        String[] there = name.significant();
        boolean acrossScripts = latin != name.isLatin();
        boolean oneIsSure = false;
        for (String key : wanted) {
            oneIsSure |= key.length() > 2 && name.hasKey(key);
        }
        double got = 0;
        int letters = 0;
        double covered = 0;
        int nameLetters = 0;
        for (String key : there) {
            nameLetters += key.length();
        }
        for (String key : wanted) {
            double best = 0;
            int bestLength = 0;
            for (String other : there) {
                // A transliteration may miss by one letter more, as Lev and Leo, where the rest leaves no doubt.
                double like = alike(key, other, acrossScripts && oneIsSure ? 1 : 0);
                if (like > best) {
                    best = like;
                    bestLength = other.length();
                }
            }
            got += best * key.length();
            covered += best * bestLength;
            letters += key.length();
        }
        double share = letters == 0 ? 0 : got / letters;
        double asOne = alike(query.joined(), name.joined(), 0);
        if (share < SIMILAR_ENOUGH && asOne < SIMILAR_ENOUGH) {
            return 0;
        }
        return Math.max(asOne, 0.85 * share + 0.15 * Math.min(1, covered / Math.max(1, nameLetters)));
    }

    private static double alike(String key, String other, int more) {
        if (key.equals(other)) {
            return 1;
        }
        if (key.length() == 1 || other.length() == 1) {
            return key.charAt(0) == other.charAt(0) ? BY_INITIAL : 0;
        }
        int bound = Typos.allowed(key.length()) + (key.length() > 2 ? more : 0);
        int mistakes = Typos.between(key, other, bound);
        return mistakes > bound ? 0 : 1 - mistakes / (double) Math.max(key.length(), other.length());
    }

    private boolean isInTitle(List<WorkTitle> titles) {
        for (WorkTitle title : titles) {
            if (hasAll(title.spelling(), query.significant()) || isHalfTyped(title.spelling())) {
                return true;
            }
            int bound = Typos.allowed(queryAsTitle.full().length());
            if (Typos.between(queryAsTitle.full(), title.full(), bound) <= bound) {
                return true;
            }
        }
        return false;
    }

    private boolean isMentioned(Candidate candidate) {
        for (String value : candidate.character().attributes().values()) {
            Spelling mentioned = Spelling.of(value);
            boolean together =
                    query.joined().length() >= LONG_ENOUGH && mentioned.joined().contains(query.joined());
            if (together || hasAll(mentioned, query.significant())) {
                return true;
            }
        }
        return false;
    }
}
