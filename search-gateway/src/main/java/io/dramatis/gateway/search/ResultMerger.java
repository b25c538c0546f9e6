package io.dramatis.gateway.search;

import io.dramatis.gateway.source.ExternalCharacter;
import io.dramatis.gateway.source.ExternalCharacter.OtherSource;
import io.dramatis.gateway.source.FoundCharacter;
import io.dramatis.gateway.source.SourceAnswer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes one ranked list of the sources' answers, in which a character that several sources know stands once. The first
 * source of the plan speaks for it; what that one lacks is taken from the next.
 */
final class ResultMerger {

    private static final int MAX_ALIASES = 20;

    /** Which source a text or picture is from, where it is not the result's own: both need their author's name. */
    private static final String DESCRIPTION_SOURCE = "description_source";

    private static final String IMAGE_SOURCE = "image_source";

    private record Ranked(ExternalCharacter character, double score) {}

    private ResultMerger() {}

    /**
     * The best {@code limit} results with their scores. The order of {@code answers} does not matter.
     *
     * @param plan the sources' ids in the order in which they speak; others follow by name
     */
    static List<ExternalCharacter> merge(
            String query, List<String> plan, List<SourceAnswer<FoundCharacter>> answers, int limit) {
        List<Candidate> candidates = candidates(plan, answers);
        Joining joining = new Joining(candidates);
        Relevance relevance = new Relevance(query);
        List<Ranked> ranked = new ArrayList<>();
        for (List<Integer> group : joining.groups()) {
            ranked.add(ranked(group, candidates, joining, relevance));
        }
        // A stable sort, so that equals stay in the order of sources and ranks.
        ranked.sort(Comparator.comparingDouble(Ranked::score).reversed());
        return ranked.stream().limit(limit).map(Ranked::character).toList();
    }

    private static List<Candidate> candidates(List<String> plan, List<SourceAnswer<FoundCharacter>> answers) {
        List<SourceAnswer<FoundCharacter>> ordered = new ArrayList<>(answers);
        ordered.sort(Comparator.<SourceAnswer<FoundCharacter>>comparingInt(
                        answer -> place(plan, answer.report().source()))
                .thenComparing(answer -> answer.report().source()));
        List<Candidate> candidates = new ArrayList<>();
        for (int source = 0; source < ordered.size(); source++) {
            Set<String> seen = new HashSet<>();
            int rank = 0;
            for (FoundCharacter found : ordered.get(source).items()) {
                if (seen.add(found.character().externalId())) {
                    candidates.add(new Candidate(found, source, rank++));
                }
            }
        }
        return candidates;
    }

    private static int place(List<String> plan, String source) {
        int place = plan.indexOf(source);
        return place < 0 ? plan.size() : place;
    }

    private static Ranked ranked(
            List<Integer> group, List<Candidate> candidates, Joining joining, Relevance relevance) {
        List<Integer> members = new ArrayList<>(group);
        members.sort(Comparator.<Integer>comparingInt(i -> candidates.get(i).source())
                .thenComparing(i -> richness(candidates.get(i).character()), Comparator.reverseOrder()));
        List<ExternalCharacter> known =
                members.stream().map(i -> candidates.get(i).character()).toList();
        ExternalCharacter primary = known.get(0);
        double match = 0;
        int rank = Integer.MAX_VALUE;
        for (int member : group) {
            match = Math.max(match, relevance.match(candidates.get(member)));
            rank = Math.min(rank, candidates.get(member).rank());
        }
        List<OtherSource> elsewhere = new ArrayList<>();
        for (int member : members.subList(1, members.size())) {
            ExternalCharacter other = candidates.get(member).character();
            Joining.Tie tie = joining.tie(member);
            elsewhere.add(
                    new OtherSource(other.source(), other.externalId(), other.siteUrl(), tie.reason(), tie.evidence()));
        }
        long sources = known.stream().map(ExternalCharacter::source).distinct().count();
        boolean hasPicture = known.stream().anyMatch(one -> one.imageUrl() != null);
        double score = Relevance.score(match, primary.kind(), hasPicture, (int) sources, rank);
        return new Ranked(
                (known.size() == 1 ? primary : completed(known)).ranked(elsewhere, Math.round(score * 1000) / 1000.0),
                score);
    }

    private static int richness(ExternalCharacter character) {
        int known = character.attributes().size() + Math.min(character.aliases().size(), MAX_ALIASES);
        for (Object optional : new Object[] {
            character.description(),
            character.imageUrl(),
            character.universeTitle(),
            character.genre(),
            character.siteUrl()
        }) {
            known += optional == null ? 0 : 100;
        }
        return known;
    }

    /** The first one, with what it lacks from those after it. */
    private static ExternalCharacter completed(List<ExternalCharacter> known) {
        ExternalCharacter primary = known.get(0);
        Map<String, String> attributes = new LinkedHashMap<>();
        known.forEach(one -> one.attributes().forEach(attributes::putIfAbsent));
        nameSource(known, ExternalCharacter::description, DESCRIPTION_SOURCE, attributes);
        nameSource(known, ExternalCharacter::imageUrl, IMAGE_SOURCE, attributes);
        return new ExternalCharacter(
                primary.name(),
                aliases(known),
                first(known, ExternalCharacter::universeTitle),
                first(known, ExternalCharacter::description),
                first(known, ExternalCharacter::imageUrl),
                first(known, ExternalCharacter::genre),
                primary.source(),
                primary.externalId(),
                primary.siteUrl(),
                primary.kind(),
                attributes,
                List.of(),
                0);
    }

    private static <T> T first(List<ExternalCharacter> known, Function<ExternalCharacter, T> field) {
        return known.stream().map(field).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static void nameSource(
            List<ExternalCharacter> known,
            Function<ExternalCharacter, String> field,
            String attribute,
            Map<String, String> attributes) {
        for (ExternalCharacter one : known) {
            if (field.apply(one) != null) {
                if (one != known.get(0)) {
                    attributes.put(attribute, one.source());
                }
                return;
            }
        }
    }

    /** The primary's own first, then the names and aliases of the others that differ in more than case. */
    private static List<String> aliases(List<ExternalCharacter> known) {
        Set<String> seen = new HashSet<>();
        Set<String> aliases = new LinkedHashSet<>();
        seen.add(key(known.get(0).name()));
        for (ExternalCharacter one : known) {
            addAlias(one.name(), seen, aliases);
            one.aliases().forEach(alias -> addAlias(alias, seen, aliases));
        }
        return aliases.stream().limit(MAX_ALIASES).toList();
    }

    private static void addAlias(String name, Set<String> seen, Set<String> aliases) {
        if (seen.add(key(name))) {
            aliases.add(name);
        }
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
