package io.dramatis.gateway.source.wikidata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dramatis.gateway.source.CharacterSource;
import io.dramatis.gateway.source.FoundCharacter;
import io.dramatis.gateway.source.SearchCategory;
import io.dramatis.gateway.source.SourceLimits;
import io.dramatis.gateway.source.SourceQuery;
import io.dramatis.gateway.source.wikimedia.QueryLanguage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Whoever has an item, with the ids by which the other sources know them. */
@ApplicationScoped
class WikidataSource implements CharacterSource {

    static final String ID = "wikidata";

    private final WikidataClient client;
    private final WikidataConfig config;
    private final WikidataMapper mapper;

    WikidataSource(WikidataClient client, WikidataConfig config) {
        this.client = client;
        this.config = config;
        this.mapper = new WikidataMapper(config.commonsUrl(), config.thumbnailWidth());
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String displayName() {
        return "Wikidata";
    }

    @Override
    public Set<SearchCategory> categories() {
        return EnumSet.of(SearchCategory.OTHER, SearchCategory.ALL);
    }

    @Override
    public String attribution() {
        return "Facts from Wikidata, CC0 1.0; pictures from Wikimedia Commons under the licence each one names there";
    }

    @Override
    public URI attributionUrl() {
        return URI.create("https://creativecommons.org/publicdomain/zero/1.0/");
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
        String language = QueryLanguage.of(query.text(), config.languages());
        return client.search(query.text(), language)
                .map(found -> WikidataMapper.candidates(found, config.items()))
                .flatMap(ids -> ids.isEmpty() ? Uni.createFrom().item(List.of()) : characters(ids, language));
    }

    private Uni<List<FoundCharacter>> characters(List<String> ids, String language) {
        return client.items(ids, language).flatMap(items -> references(items, language)
                .map(referenced -> mapper.characters(ids, items, referenced, language)));
    }

    /** Without them there are no universes, and that is better than no characters. */
    private Uni<JsonNode> references(JsonNode items, String language) {
        List<String> ids = WikidataMapper.references(items, config.references());
        return ids.isEmpty()
                ? Uni.createFrom().item(MissingNode.getInstance())
                : client.references(ids, language).onFailure().recoverWithItem(MissingNode.getInstance());
    }
}
