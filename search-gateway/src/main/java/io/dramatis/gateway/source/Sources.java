package io.dramatis.gateway.source;

import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All sources of this installation, each behind its guard. Made at the start, so that every meter is there at once. */
@Startup
@ApplicationScoped
public class Sources {

    private static final String CHARACTERS = "characters";
    private static final String TITLES = "titles";
    private static final String TITLE = "title";

    private final Map<String, SourceGuard> guards = new LinkedHashMap<>();

    Sources(
            @All List<CharacterSource> characterSources,
            @All List<TitleSource> titleSources,
            SourceChannels channels,
            AnswerCache cache,
            SharedAnswers shared,
            InstantSource clock) {
        Set<OutsideSource> all = new LinkedHashSet<>(characterSources);
        all.addAll(titleSources);
        for (OutsideSource source : all) {
            SourceMetrics metrics = channels.of(source.id(), source.limits()).metrics();
            SourceGuard guard = new SourceGuard(source, metrics, cache, shared, clock, System::nanoTime);
            if (guards.put(source.id(), guard) != null) {
                throw new IllegalStateException("two sources are called " + source.id());
            }
        }
    }

    public Collection<OutsideSource> all() {
        return guards.values().stream().map(SourceGuard::source).toList();
    }

    public boolean has(String id) {
        SourceGuard guard = guards.get(id);
        return guard != null && guard.source().configured();
    }

    /** The ids of the sources that know titles of this type; of any type where it is null. */
    public List<String> withTitles(TitleType type) {
        return all().stream()
                .filter(source -> source instanceof TitleSource titles
                        && (type == null || titles.titleTypes().contains(type)))
                .map(OutsideSource::id)
                .toList();
    }

    /** Characters of one source; one that is not there reports {@code not_configured}. Never fails. */
    public Uni<SourceAnswer<FoundCharacter>> characters(String id, SourceQuery query, Duration patience) {
        SourceGuard guard = guards.get(id);
        if (guard != null && guard.source() instanceof CharacterSource source) {
            return guard.ask(
                    new SourceQuestion<>(
                            CHARACTERS,
                            source.facet(query.category()),
                            query.text(),
                            FoundCharacter.class,
                            () -> source.search(query)),
                    patience);
        }
        return notThere(id);
    }

    /** Titles of one source, of any type where it is null; one that is not there reports {@code not_configured}. */
    public Uni<SourceAnswer<ExternalTitle>> titles(String id, String text, TitleType type, Duration patience) {
        SourceGuard guard = guards.get(id);
        return guard != null && guard.source() instanceof TitleSource source
                ? guard.ask(titles(source, text, type), patience)
                : notThere(id);
    }

    /**
     * All titles of one source for this text, where that is known without asking: its answer is fresh, and was no page
     * of more.
     */
    public Optional<SourceAnswer<ExternalTitle>> knownTitles(String id, String text, TitleType type) {
        SourceGuard guard = guards.get(id);
        return guard != null && guard.source() instanceof TitleSource source && source.configured()
                ? guard.held(titles(source, text, type))
                        .filter(held -> held.items().size() < source.titlesPerPage())
                : Optional.empty();
    }

    /** One title by the source's own id, with its length; one or none. */
    public Uni<SourceAnswer<ExternalTitle>> title(String id, String externalId, Duration patience) {
        SourceGuard guard = guards.get(id);
        if (guard != null && guard.source() instanceof TitleSource source) {
            return guard.ask(
                    new SourceQuestion<>(
                            TITLE, "", externalId, ExternalTitle.class, () -> source.findTitle(externalId)),
                    patience);
        }
        return notThere(id);
    }

    /** Counts an answer that its sources' caches gave, and that is given once more without asking them. */
    public void countAgain(List<SourceReport> reports) {
        for (SourceReport report : reports) {
            SourceGuard guard = guards.get(report.source());
            if (guard != null) {
                guard.countAgain(report.status());
            }
        }
    }

    private static SourceQuestion<ExternalTitle> titles(TitleSource source, String text, TitleType type) {
        return new SourceQuestion<>(
                TITLES,
                // With or without its only type, it is asked the same.
                type == null || source.titleTypes().size() == 1 ? "" : type.wire(),
                text,
                ExternalTitle.class,
                () -> source.searchTitles(text, type));
    }

    private static <T> Uni<SourceAnswer<T>> notThere(String id) {
        return Uni.createFrom().item(new SourceAnswer<>(List.of(), SourceReport.notConfigured(id)));
    }
}
