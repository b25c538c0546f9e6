package io.dramatis.gateway.title;

import io.dramatis.gateway.source.ExternalTitle;
import io.dramatis.gateway.source.FoldedText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Which titles are the same, and how well they match what was typed. */
final class TitleMatch {

    private static final int EXACT = 0;
    private static final int BEGINNING = 1;
    private static final int WORD = 2;
    private static final int OTHER = 3;

    private TitleMatch() {}

    /** The best matches first; equally good ones keep their order. */
    static List<ExternalTitle> ranked(String text, Collection<ExternalTitle> titles) {
        String wanted = FoldedText.of(text);
        return titles.stream()
                .map(title -> new Ranked(title, kind(wanted, title)))
                .sorted(Comparator.comparingInt(Ranked::kind))
                .map(Ranked::title)
                .toList();
    }

    private record Ranked(ExternalTitle title, int kind) {}

    /** Those of which a name has a word that begins with the text. */
    static List<ExternalTitle> beginning(String text, Collection<ExternalTitle> titles) {
        String wanted = FoldedText.of(text);
        return titles.stream().filter(title -> kind(wanted, title) < OTHER).toList();
    }

    private static int kind(String wanted, ExternalTitle title) {
        if (wanted.isEmpty()) {
            return OTHER;
        }
        return Stream.concat(names(title), title.aliases().stream())
                .map(FoldedText::of)
                .map(name -> kind(wanted, name))
                .min(Comparator.naturalOrder())
                .orElse(OTHER);
    }

    private static int kind(String wanted, String name) {
        if (name.equals(wanted)) {
            return EXACT;
        }
        if (name.startsWith(wanted)) {
            return BEGINNING;
        }
        return name.contains(" " + wanted) ? WORD : OTHER;
    }

    private static Stream<String> names(ExternalTitle title) {
        return Stream.of(
                        title.title(),
                        title.titles().romaji(),
                        title.titles().english(),
                        title.titles().nativeTitle())
                .filter(Objects::nonNull);
    }

    /**
     * Each title once, the first one's values before the others'. Titles are the same where an id says so; else, and
     * only between sources, where type and a name agree and nothing speaks against it.
     */
    static List<ExternalTitle> merged(Collection<ExternalTitle> titles) {
        List<ExternalTitle> merged = new ArrayList<>();
        for (ExternalTitle title : titles) {
            int same = indexOfSame(title, merged);
            if (same < 0) {
                merged.add(title);
            } else {
                merged.set(same, merged.get(same).toBuilder().complete(title).build());
            }
        }
        return merged;
    }

    private static int indexOfSame(ExternalTitle title, List<ExternalTitle> others) {
        for (int i = 0; i < others.size(); i++) {
            if (sameIds(title, others.get(i))) {
                return i;
            }
        }
        for (int i = 0; i < others.size(); i++) {
            if (sameName(title, others.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether {@code other}, of another source, is this title. */
    static boolean same(ExternalTitle title, ExternalTitle other) {
        return sameIds(title, other) || sameName(title, other);
    }

    private static boolean sameIds(ExternalTitle a, ExternalTitle b) {
        return a.type() == b.type()
                && !differ(a.anilistId(), b.anilistId())
                && (agree(a.anilistId(), b.anilistId())
                        || agree(a.malId(), b.malId())
                        || agree(a.mangadexId(), b.mangadexId()));
    }

    private static boolean sameName(ExternalTitle a, ExternalTitle b) {
        if (a.source().equals(b.source())
                || a.type() != b.type()
                || differ(a.anilistId(), b.anilistId())
                || differ(a.malId(), b.malId())
                || differ(a.mangadexId(), b.mangadexId())
                || differ(a.format(), b.format())
                || a.year() != null && b.year() != null && Math.abs(a.year() - b.year()) > 1) {
            return false;
        }
        Set<String> names = folded(a);
        names.retainAll(folded(b));
        return !names.isEmpty();
    }

    private static Set<String> folded(ExternalTitle title) {
        Set<String> folded = new HashSet<>();
        names(title).map(FoldedText::of).filter(name -> !name.isEmpty()).forEach(folded::add);
        return folded;
    }

    private static boolean agree(Object a, Object b) {
        return a != null && a.equals(b);
    }

    private static boolean differ(Object a, Object b) {
        return a != null && b != null && !a.equals(b);
    }
}
