package io.dramatis.gateway.source.dnd5e;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.gateway.source.FoundCharacter;
import io.dramatis.gateway.source.RefreshedValue;
import io.dramatis.gateway.source.SourceChannel;
import io.dramatis.gateway.source.SourceChannels;
import io.dramatis.gateway.source.SourceException;
import io.dramatis.gateway.source.SourceException.Kind;
import io.dramatis.gateway.source.SourceResponses;
import io.dramatis.gateway.source.SourceUri;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Reads the SRD API, which changes a few times a year: the lists as a whole when they are first wanted, an entry when
 * it is first among the best results. Both are kept and read again once a day, or later where that fails.
 */
@ApplicationScoped
class Dnd5eClient {

    private final SourceChannel channel;
    private final Dnd5eConfig config;
    private final InstantSource clock;
    private final RefreshedValue<Dnd5eIndex> index;
    private final Map<String, RefreshedValue<Optional<FoundCharacter>>> details = new ConcurrentHashMap<>();

    Dnd5eClient(SourceChannels channels, Dnd5eConfig config, InstantSource clock) {
        this.channel = channels.of(Dnd5eSource.ID, config);
        this.config = config;
        this.clock = clock;
        this.index = new RefreshedValue<>(this::readIndex, null, config.listsLifetime(), config.listsPause(), clock);
    }

    Uni<Dnd5eIndex> index() {
        return index.get();
    }

    /** All of an entry of the index; empty where the API does not know it any more. */
    Uni<Optional<FoundCharacter>> details(Dnd5eEntry entry) {
        return details.computeIfAbsent(
                        entry.path(),
                        absent -> new RefreshedValue<>(
                                () -> readDetails(entry), null, config.listsLifetime(), config.listsPause(), clock))
                .get();
    }

    private Uni<Dnd5eIndex> readIndex() {
        List<Uni<JsonNode>> calls =
                Stream.of(Dnd5eList.values()).map(list -> read(list.path())).toList();
        return Uni.join().all(calls).andFailFast().map(answers -> {
            Map<Dnd5eList, JsonNode> lists = new EnumMap<>(Dnd5eList.class);
            for (Dnd5eList list : Dnd5eList.values()) {
                if (answers.get(list.ordinal()).path("results").isArray()) {
                    lists.put(list, answers.get(list.ordinal()));
                }
            }
            if (!lists.keySet().equals(Dnd5eList.ALL) && !lists.keySet().equals(Dnd5eList.ONLY_2014)) {
                throw SourceException.of(Kind.BROKEN, "only these lists hold results: " + lists.keySet());
            }
            Dnd5eIndex read = Dnd5eIndex.of(lists);
            details.keySet().retainAll(read.paths());
            return read;
        });
    }

    private Uni<Optional<FoundCharacter>> readDetails(Dnd5eEntry entry) {
        return read(entry.path())
                .map(details -> details.isMissingNode()
                        ? Optional.empty()
                        : Optional.of(Dnd5eMapper.character(entry, details, config.url())));
    }

    /** With the edition in its path, as any other is redirected; a missing node for what is not there. */
    private Uni<JsonNode> read(String path) {
        return channel.get(
                SourceUri.of(config.url(), "/api/" + path).build(), Map.of(), SourceResponses::jsonOrMissing);
    }
}
