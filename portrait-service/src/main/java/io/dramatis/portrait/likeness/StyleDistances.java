package io.dramatis.portrait.likeness;

import static io.dramatis.portrait.prompt.PortraitStyle.ANIME;
import static io.dramatis.portrait.prompt.PortraitStyle.INK;
import static io.dramatis.portrait.prompt.PortraitStyle.PAINTERLY;
import static io.dramatis.portrait.prompt.PortraitStyle.PIXEL;
import static io.dramatis.portrait.prompt.PortraitStyle.REALISTIC;
import static io.dramatis.portrait.prompt.PortraitStyle.WEBTOON;

import io.dramatis.portrait.prompt.PortraitStyle;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** How far apart two styles draw whomever they show. */
final class StyleDistances {

    /**
     * The distance at which two pictures in these styles are as likely to show the same person as not: as measured with the
     * variants of forty-eight sitters from each style in each other, and between styles with colours a little to the side of
     * the same person.
     */
    private static final Map<Set<PortraitStyle>, Double> HALFWAY = Map.ofEntries(
            Map.entry(Set.of(REALISTIC, PAINTERLY), 2.04),
            Map.entry(Set.of(REALISTIC, ANIME), 2.16),
            Map.entry(Set.of(REALISTIC, WEBTOON), 2.21),
            Map.entry(Set.of(REALISTIC, INK), 2.33),
            Map.entry(Set.of(REALISTIC, PIXEL), 2.27),
            Map.entry(Set.of(PAINTERLY, ANIME), 2.18),
            Map.entry(Set.of(PAINTERLY, WEBTOON), 2.28),
            Map.entry(Set.of(PAINTERLY, INK), 2.27),
            Map.entry(Set.of(PAINTERLY, PIXEL), 2.28),
            Map.entry(Set.of(ANIME, WEBTOON), 2.05),
            Map.entry(Set.of(ANIME, INK), 2.36),
            Map.entry(Set.of(ANIME, PIXEL), 2.12),
            Map.entry(Set.of(WEBTOON, INK), 2.34),
            Map.entry(Set.of(WEBTOON, PIXEL), 2.17),
            Map.entry(Set.of(INK, PIXEL), 2.37));

    private StyleDistances() {}

    /** Empty where they are the same, or where one of them is no preset. */
    static OptionalDouble halfway(PortraitStyle one, PortraitStyle other) {
        return one == null || other == null || one == other
                ? OptionalDouble.empty()
                : OptionalDouble.of(HALFWAY.get(Set.of(one, other)));
    }
}
