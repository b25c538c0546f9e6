package io.dramatis.gateway.search;

import io.dramatis.gateway.source.ExternalCharacter;
import io.dramatis.gateway.source.FoldedText;
import io.dramatis.gateway.source.FoundCharacter;
import io.dramatis.gateway.source.SourceAnswer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes one list of the sources' answers: how well the name matches decides, then what the source itself thought, then
 * the order of the sources.
 */
final class ResultMerger {

    private static final double EXACT = 1.0;
    private static final double ALIAS = 0.95;
    private static final double PREFIX = 0.85;
    private static final double WORD = 0.78;
    private static final double ALL_WORDS = 0.72;
    private static final double PART = 0.65;
    private static final double TITLE = 0.6;
    private static final double ELSEWHERE = 0.3;
    /** Small enough that no rank in a source's list outweighs a better kind of match. */
    private static final double RANK_STEP = 0.001;

    private static final double NO_IMAGE = 0.01;

    private ResultMerger() {}

    /** The best {@code limit} results with their scores, without a source's repetitions of the same id. */
    static List<ExternalCharacter> merge(String query, List<SourceAnswer<FoundCharacter>> answers, int limit) {
        String wanted = FoldedText.of(query);
        List<ExternalCharacter> ranked = new ArrayList<>();
        for (SourceAnswer<FoundCharacter> answer : answers) {
            Set<String> seen = new HashSet<>();
            int rank = 0;
            for (FoundCharacter found : answer.items()) {
                ExternalCharacter item = found.character();
                if (seen.add(item.externalId())) {
                    ranked.add(item.ranked(List.of(), score(wanted, item, rank++)));
                }
            }
        }
        // A stable sort, so that equals stay in the order of sources and ranks.
        ranked.sort(Comparator.comparingDouble(ExternalCharacter::score).reversed());
        return List.copyOf(ranked.subList(0, Math.min(limit, ranked.size())));
    }

    private static double score(String wanted, ExternalCharacter item, int rank) {
        double score = match(wanted, item) - Math.min(rank, 30) * RANK_STEP;
        if (item.imageUrl() == null) {
            score -= NO_IMAGE;
        }
        return Math.round(Math.max(0, score) * 1000) / 1000.0;
    }

    private static double match(String wanted, ExternalCharacter item) {
        String name = FoldedText.of(item.name());
        if (name.equals(wanted)) {
            return EXACT;
        }
        for (String alias : item.aliases()) {
            if (FoldedText.of(alias).equals(wanted)) {
                return ALIAS;
            }
        }
        if (name.startsWith(wanted)) {
            return PREFIX;
        }
        if ((" " + name + " ").contains(" " + wanted + " ")) {
            return WORD;
        }
        if (!wanted.isEmpty() && hasAllWords(name, wanted)) {
            return ALL_WORDS;
        }
        if (!wanted.isEmpty() && name.contains(wanted)) {
            return PART;
        }
        return item.universeTitle() != null
                        && FoldedText.of(item.universeTitle()).contains(wanted)
                ? TITLE
                : ELSEWHERE;
    }

    /** {@code "monkey luffy"} and {@code "Luffy Monkey D."}: names stand in either order. */
    private static boolean hasAllWords(String name, String wanted) {
        String padded = " " + name + " ";
        for (String word : wanted.split(" ")) {
            if (!padded.contains(" " + word + " ")) {
                return false;
            }
        }
        return true;
    }
}
