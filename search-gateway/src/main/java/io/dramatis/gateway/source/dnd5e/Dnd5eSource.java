package io.dramatis.gateway.source.dnd5e;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.dramatis.gateway.source.CharacterSource;
import io.dramatis.gateway.source.FoldedText;
import io.dramatis.gateway.source.FoundCharacter;
import io.dramatis.gateway.source.SearchCategory;
import io.dramatis.gateway.source.SourceException;
import io.dramatis.gateway.source.SourceLimits;
import io.dramatis.gateway.source.SourceQuery;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Races, classes and monsters of the System Reference Documents 5.1 (2014) and 5.2 (2024). Names are compared here, as
 * the API's own search knows neither plurals nor slips.
 */
@ApplicationScoped
class Dnd5eSource implements CharacterSource {

    static final String ID = "dnd5e";

    private final Dnd5eClient client;
    private final Dnd5eConfig config;

    Dnd5eSource(Dnd5eClient client, Dnd5eConfig config) {
        this.client = client;
        this.config = config;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String displayName() {
        return "D&D 5e SRD";
    }

    @Override
    public Set<SearchCategory> categories() {
        return EnumSet.of(SearchCategory.DND, SearchCategory.ALL);
    }

    @Override
    public String attribution() {
        return "Includes material from the System Reference Documents 5.1 and 5.2 by Wizards of the Coast LLC,"
                + " licensed under the OGL 1.0a and CC BY 4.0; by way of the D&D 5e SRD API";
    }

    @Override
    public URI attributionUrl() {
        return URI.create("https://www.dndbeyond.com/srd");
    }

    @Override
    public boolean configured() {
        return config.enabled();
    }

    @Override
    public SourceLimits limits() {
        return config;
    }

    @Override
    public String facet(SearchCategory category) {
        return category == SearchCategory.DND ? category.wire() : "";
    }

    @Override
    public Uni<List<FoundCharacter>> search(SourceQuery query) {
        String folded = FoldedText.of(query.text());
        if (folded.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        // Who has chosen the game means its names even among others; elsewhere "dark knight" is no knight.
        boolean either = query.category() == SearchCategory.DND;
        return client.index().flatMap(index -> {
            List<Dnd5eEntry> found = index.find(List.of(folded.split(" ")), either, config.results());
            return found.isEmpty() ? Uni.createFrom().item(List.of()) : described(found);
        });
    }

    private Uni<List<FoundCharacter>> described(List<Dnd5eEntry> found) {
        List<Uni<Optional<FoundCharacter>>> results = new ArrayList<>();
        for (Dnd5eEntry entry : found) {
            Optional<FoundCharacter> plain =
                    Optional.of(Dnd5eMapper.character(entry, MissingNode.getInstance(), config.url()));
            results.add(
                    results.size() < config.details()
                            ? client.details(entry)
                                    .onFailure(SourceException.class)
                                    .recoverWithItem(plain)
                            : Uni.createFrom().item(plain));
        }
        return Uni.join().all(results).andFailFast().map(all -> all.stream()
                .flatMap(Optional::stream)
                .toList());
    }
}
