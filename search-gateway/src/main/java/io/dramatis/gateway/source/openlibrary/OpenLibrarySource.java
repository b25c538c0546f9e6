package io.dramatis.gateway.source.openlibrary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dramatis.gateway.source.CharacterSource;
import io.dramatis.gateway.source.FoundCharacter;
import io.dramatis.gateway.source.SearchCategory;
import io.dramatis.gateway.source.SourceLimits;
import io.dramatis.gateway.source.SourceQuery;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Characters of books, and those who wrote them. */
@ApplicationScoped
class OpenLibrarySource implements CharacterSource {

    static final String ID = "openlibrary";

    private final OpenLibraryClient client;
    private final OpenLibraryConfig config;
    private final OpenLibraryMapper mapper;

    OpenLibrarySource(OpenLibraryClient client, OpenLibraryConfig config) {
        this.client = client;
        this.config = config;
        this.mapper = new OpenLibraryMapper(config.coversUrl(), config.personsPerWork());
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String displayName() {
        return "Open Library";
    }

    @Override
    public Set<SearchCategory> categories() {
        return EnumSet.of(SearchCategory.BOOK, SearchCategory.ALL);
    }

    @Override
    public String attribution() {
        return "Book data and covers from Open Library, an initiative of the Internet Archive";
    }

    @Override
    public URI attributionUrl() {
        return URI.create("https://openlibrary.org");
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
    public Uni<List<FoundCharacter>> search(SourceQuery query) {
        Optional<String> asked = OpenLibraryQuery.of(query.text());
        if (asked.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Uni.combine()
                .all()
                .unis(client.works(asked.get()), orMissing(client.authors(asked.get())))
                .asTuple()
                .flatMap(answers -> described(query.text(), answers.getItem1(), answers.getItem2()));
    }

    /** With the records of those who are called as the query is, as far as they come in time. */
    private Uni<List<FoundCharacter>> described(String query, JsonNode works, JsonNode authors) {
        List<FoundCharacter> found = mapper.characters(query, works, authors, Map.of());
        List<String> wanted = found.stream()
                .filter(result -> OpenLibraryMapper.matches(query, result))
                .map(OpenLibraryMapper::recordOf)
                .distinct()
                .limit(config.details())
                .toList();
        if (wanted.isEmpty()) {
            return Uni.createFrom().item(found);
        }
        return Uni.join()
                .all(wanted.stream().map(path -> orMissing(client.record(path))).toList())
                .andFailFast()
                .ifNoItem()
                .after(config.detailsPatience())
                .recoverWithItem(List.of())
                .map(records -> {
                    Map<String, JsonNode> byPath = new HashMap<>();
                    for (int i = 0; i < records.size(); i++) {
                        byPath.put(wanted.get(i), records.get(i));
                    }
                    return byPath.isEmpty() ? found : mapper.characters(query, works, authors, byPath);
                });
    }

    /** What a search can do without. */
    private static Uni<JsonNode> orMissing(Uni<JsonNode> call) {
        return call.onFailure().recoverWithItem(MissingNode.getInstance());
    }
}
