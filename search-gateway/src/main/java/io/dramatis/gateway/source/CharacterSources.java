package io.dramatis.gateway.source;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All sources of this installation, each behind its guard. Made at the start, so that every meter is there at once. */
@Startup
@ApplicationScoped
public class CharacterSources {

    private final Map<String, SourceGuard> guards = new LinkedHashMap<>();

    CharacterSources(
            @All List<CharacterSource> sources, AnswerCache cache, MeterRegistry registry, InstantSource clock) {
        for (CharacterSource source : sources) {
            SourceGuard guard = new SourceGuard(source, cache, registry, clock, System::nanoTime);
            if (guards.put(source.id(), guard) != null) {
                throw new IllegalStateException("two sources are called " + source.id());
            }
        }
    }

    public Collection<CharacterSource> all() {
        return guards.values().stream().map(SourceGuard::source).toList();
    }

    public boolean has(String id) {
        SourceGuard guard = guards.get(id);
        return guard != null && guard.source().configured();
    }

    /** Asks one source; an unknown one reports {@code not_configured}. Never fails. */
    public Uni<SourceAnswer> search(String id, SourceQuery query, Duration patience) {
        SourceGuard guard = guards.get(id);
        return guard == null
                ? Uni.createFrom().item(new SourceAnswer(List.of(), SourceReport.notConfigured(id)))
                : guard.search(query, patience);
    }
}
