package io.dramatis.gateway.search;

import io.dramatis.gateway.source.CharacterKind;
import io.dramatis.gateway.source.MergeReason;
import io.dramatis.gateway.source.SharedId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds out which results of different sources are the same character. Goes from the surest sign to the least sure one:
 * a shared identity, name and exact work, name and the work without its subtitle, a name that nobody else has. A sign
 * that contradicts a surer one is not followed, so that the order in which sources answer decides nothing.
 */
final class Joining {

    /** Those that know everybody, and so also who is the only one of a name. */
    private static final Set<String> ENCYCLOPAEDIAS = Set.of("wikipedia", "wikidata");

    private static final int LONG_NAME = 10;

    /** One or two of each source share an identity; a source that gives all its results the same one is broken. */
    private static final int MEMBERS_READ = 16;

    /** What tied a result to the others of its group. */
    record Tie(MergeReason reason, String evidence) {}

    /** What is known of a result by itself and by those that share its identity. */
    private record Identity(Set<String> nameKeys, List<WorkTitle> titles, List<SharedId> works, boolean hasWork) {}

    /** Two results that would be one, and by what sign. */
    private record Link(int one, int other, MergeReason reason, String evidence) {}

    private final List<Candidate> candidates;
    private final int[] parents;
    private final List<List<Integer>> members = new ArrayList<>();
    private final Tie[] ties;
    private final List<Identity> identities;

    /** @param candidates in the order of their sources and ranks */
    Joining(List<Candidate> candidates) {
        this.candidates = candidates;
        this.parents = new int[candidates.size()];
        this.ties = new Tie[candidates.size()];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = i;
            members.add(new ArrayList<>(List.of(i)));
        }
        bySharedId();
        this.identities = identities();
        Map<String, List<Integer>> namesakes = namesakes();
        namesakes.values().forEach(this::byWork);
        namesakes.values().forEach(this::byWorkWithoutSubtitle);
        byRareName();
    }

    /** The groups, each in the order of sources and ranks, in the order of their first members. */
    List<List<Integer>> groups() {
        List<List<Integer>> groups = new ArrayList<>();
        for (int i = 0; i < parents.length; i++) {
            if (root(i) == i) {
                Collections.sort(members.get(i));
                groups.add(members.get(i));
            }
        }
        groups.sort((one, other) -> Integer.compare(one.get(0), other.get(0)));
        return groups;
    }

    /** Why this result is in a group; null where it is alone. */
    Tie tie(int candidate) {
        return ties[candidate];
    }

    private void bySharedId() {
        Map<SharedId, List<Integer>> holders = new LinkedHashMap<>();
        for (int i = 0; i < candidates.size(); i++) {
            for (SharedId id : sorted(candidates.get(i).found().sharedIds())) {
                holders.computeIfAbsent(id, absent -> new ArrayList<>()).add(i);
            }
        }
        holders.forEach((id, all) -> {
            for (int at = 1; at < all.size(); at++) {
                int one = all.get(at);
                for (int other : all.subList(0, at)) {
                    boolean identity = isSameKind(one, other) || id.space().equals(SharedId.WIKIDATA);
                    if (identity && join(new Link(other, one, MergeReason.SHARED_ID, id.toString()))) {
                        break;
                    }
                }
            }
        });
    }

    private List<Identity> identities() {
        Map<Integer, Identity> byRoot = new HashMap<>();
        List<Identity> all = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            all.add(byRoot.computeIfAbsent(root(i), root -> identity(members.get(root))));
        }
        return all;
    }

    private Identity identity(List<Integer> group) {
        Set<String> nameKeys = new LinkedHashSet<>();
        List<WorkTitle> titles = new ArrayList<>();
        Set<SharedId> works = new LinkedHashSet<>();
        for (int member : group.subList(0, Math.min(MEMBERS_READ, group.size()))) {
            Candidate one = candidates.get(member);
            nameKeys.add(one.name().identityKey());
            nameKeys.add(one.name().shortKey());
            one.aliases().forEach(alias -> nameKeys.add(alias.identityKey()));
            titles.addAll(one.titles());
            works.addAll(sorted(one.found().universeIds()));
        }
        nameKeys.removeAll(Arrays.asList("", null));
        boolean hasWork = !titles.isEmpty() || !works.isEmpty();
        Candidate first = candidates.get(group.get(0));
        if (!hasWork && isEncyclopaedic(first) && first.character().kind() != CharacterKind.PERSON) {
            // Whom an encyclopaedia gives no work has mostly one of their own: Anna Karenina, Robin Hood.
            titles.add(WorkTitle.of(first.character().name()));
        }
        return new Identity(nameKeys, titles, List.copyOf(works), hasWork);
    }

    /** Those of which one has a name as its own, the others under their names. */
    private Map<String, List<Integer>> namesakes() {
        Map<String, List<Integer>> namesakes = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            namesakes.putIfAbsent(candidate.name().identityKey(), new ArrayList<>());
        }
        for (int i = 0; i < candidates.size(); i++) {
            for (String key : identities.get(i).nameKeys()) {
                List<Integer> all = namesakes.get(key);
                if (all != null) {
                    all.add(i);
                }
            }
        }
        namesakes.values().removeIf(all -> all.size() < 2);
        return namesakes;
    }

    private void byWork(List<Integer> namesakes) {
        Map<String, String> evidence = new LinkedHashMap<>();
        Map<String, List<Integer>> byWork = new LinkedHashMap<>();
        for (int i : namesakes) {
            for (WorkTitle title : identities.get(i).titles()) {
                add(byWork, title.full(), i);
                evidence.putIfAbsent(title.full(), title.words());
            }
            for (SharedId id : identities.get(i).works()) {
                // No title holds a colon once it is folded.
                add(byWork, id.toString(), i);
                evidence.putIfAbsent(id.toString(), id.toString());
            }
        }
        byWork.forEach((work, all) -> joinNamesakes(all, evidence.get(work)));
    }

    private void byWorkWithoutSubtitle(List<Integer> namesakes) {
        Map<String, List<Integer>> byWhole = new LinkedHashMap<>();
        Map<String, String> evidence = new LinkedHashMap<>();
        for (int i : namesakes) {
            for (WorkTitle title : identities.get(i).titles()) {
                add(byWhole, title.full(), i);
                evidence.putIfAbsent(title.full(), title.words());
            }
        }
        for (int i : namesakes) {
            for (WorkTitle title : identities.get(i).titles()) {
                // Two subtitles are two works, so that only one of the two may have one.
                for (int other : byWhole.getOrDefault(title.base(), List.of())) {
                    if (root(i) != root(other)) {
                        joinByName(Math.min(i, other), Math.max(i, other), evidence.get(title.base()));
                    }
                }
            }
        }
    }

    private void byRareName() {
        Map<String, List<Integer>> byName = new LinkedHashMap<>();
        for (int i = 0; i < candidates.size(); i++) {
            add(byName, family(i) + rareName(candidates.get(i).name()), i);
        }
        for (List<Integer> all : byName.values()) {
            int sage = all.stream()
                    .filter(i -> isEncyclopaedic(candidates.get(i)))
                    .findFirst()
                    .orElse(-1);
            if (sage >= 0 && isUnique(all)) {
                for (int i : all) {
                    if (mayGoByNameAlone(i, sage)) {
                        join(new Link(
                                sage,
                                i,
                                MergeReason.NAME_AND_UNIVERSE,
                                candidates.get(i).name().folded()));
                    }
                }
            }
        }
    }

    /** Whether no source knows two of them, and no two of them are of different works. */
    private boolean isUnique(List<Integer> namesakes) {
        Map<Integer, Integer> bySource = new HashMap<>();
        Set<Integer> withWork = new HashSet<>();
        for (int i : namesakes) {
            Integer other = bySource.putIfAbsent(candidates.get(i).source(), root(i));
            if (other != null && other != root(i)) {
                return false;
            }
            if (members.get(root(i)).stream().anyMatch(this::hasWork)) {
                withWork.add(root(i));
            }
        }
        return withWork.size() < 2;
    }

    /** Long names are the same in another romanisation and order; of short ones, too many different people's are. */
    private static String rareName(Spelling name) {
        if (name.words().length < 2 || name.joined().length() < LONG_NAME) {
            return name.folded();
        }
        String[] keys = name.keys().clone();
        Arrays.sort(keys);
        return String.join(" ", keys);
    }

    /** The Minotaur of one work is not that of the other; Kajol is Kajol, and there is but one Baba Yaga. */
    private boolean mayGoByNameAlone(int one, int sage) {
        return hasWork(one) == hasWork(sage) || candidates.get(one).name().words().length > 1;
    }

    private boolean hasWork(int candidate) {
        return candidates.get(candidate).character().kind() != CharacterKind.PERSON
                && identities.get(candidate).hasWork();
    }

    private static boolean isEncyclopaedic(Candidate candidate) {
        return ENCYCLOPAEDIAS.contains(candidate.character().source());
    }

    /** Each one with the first of an earlier source that it can be one with. */
    private void joinNamesakes(List<Integer> all, String work) {
        for (int one : all) {
            for (int other : all) {
                if (candidates.get(other).source() >= candidates.get(one).source()
                        || root(one) == root(other)
                        || joinByName(other, one, work)) {
                    break;
                }
            }
        }
    }

    /** One's name is a name of the other. Two aliases are not enough: many are "The King". */
    private boolean isNamed(int one, int other) {
        return identities
                        .get(one)
                        .nameKeys()
                        .contains(candidates.get(other).name().identityKey())
                || identities
                        .get(other)
                        .nameKeys()
                        .contains(candidates.get(one).name().identityKey());
    }

    private boolean joinByName(int one, int other, String work) {
        return isSameKind(one, other)
                && isNamed(one, other)
                && join(new Link(
                        one,
                        other,
                        MergeReason.NAME_AND_UNIVERSE,
                        candidates.get(one).name().folded() + " · " + work));
    }

    private boolean join(Link link) {
        int one = root(link.one());
        int other = root(link.other());
        if (one == other) {
            return true;
        }
        if (!mayJoin(members.get(one), members.get(other), link.reason())) {
            return false;
        }
        int first = Math.min(one, other);
        int second = Math.max(one, other);
        parents[second] = first;
        members.get(first).addAll(members.get(second));
        Tie tie = new Tie(link.reason(), link.evidence());
        for (int end : new int[] {link.one(), link.other()}) {
            if (ties[end] == null) {
                ties[end] = tie;
            }
        }
        return true;
    }

    private boolean mayJoin(List<Integer> some, List<Integer> others, MergeReason reason) {
        for (int one : some) {
            for (int other : others) {
                Candidate a = candidates.get(one);
                Candidate b = candidates.get(other);
                if (!Collections.disjoint(a.found().sharedIds(), b.found().sharedIds())) {
                    continue;
                }
                // A source that lists two of a name means two, unless it gives both the same identity.
                boolean sameSource = a.source() == b.source();
                boolean byName = reason != MergeReason.SHARED_ID;
                if (sameSource || byName && (!isSameKind(one, other) || contradict(a, b))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether somebody who knows both gave them different identities. */
    private static boolean contradict(Candidate one, Candidate other) {
        for (SharedId id : one.found().sharedIds()) {
            for (SharedId another : other.found().sharedIds()) {
                if (id.space().equals(another.space())) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isSameKind(int one, int other) {
        return family(one) == family(other);
    }

    /** Sources disagree on whether a dragon is a character or a creature, but not on who plays whom. */
    private char family(int candidate) {
        return switch (candidates.get(candidate).character().kind()) {
            case PERSON -> 'p';
            case CLASS -> 'k';
            case CHARACTER, CREATURE, RACE -> 'c';
        };
    }

    private int root(int candidate) {
        int at = candidate;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    private static void add(Map<String, List<Integer>> lists, String key, int candidate) {
        List<Integer> list = lists.computeIfAbsent(key, absent -> new ArrayList<>());
        if (list.isEmpty() || list.get(list.size() - 1) != candidate) {
            list.add(candidate);
        }
    }

    /** Sets have no order of their own, and the result must not depend on it. */
    private static List<SharedId> sorted(Set<SharedId> ids) {
        return ids.size() < 2
                ? List.copyOf(ids)
                : ids.stream()
                        .sorted((one, other) -> one.toString().compareTo(other.toString()))
                        .toList();
    }
}
