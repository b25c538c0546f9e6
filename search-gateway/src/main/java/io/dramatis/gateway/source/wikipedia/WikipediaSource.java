package io.dramatis.gateway.source.wikipedia;

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

/** The long tail of every category: whoever has a page of their own. */
@ApplicationScoped
class WikipediaSource implements CharacterSource {

    static final String ID = "wikipedia";

    private final WikipediaClient client;
    private final WikipediaConfig config;

    WikipediaSource(WikipediaClient client, WikipediaConfig config) {
        this.client = client;
        this.config = config;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String displayName() {
        return "Wikipedia";
    }

    @Override
    public Set<SearchCategory> categories() {
        return EnumSet.complementOf(EnumSet.of(SearchCategory.DND));
    }

    @Override
    public String attribution() {
        return "Text from Wikipedia, CC BY-SA 4.0; each result links to its page";
    }

    @Override
    public URI attributionUrl() {
        return URI.create("https://creativecommons.org/licenses/by-sa/4.0/");
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
        String first = config.languages().get(0);
        String language = client.hasEditions() ? QueryLanguage.of(query.text(), config.languages()) : first;
        // Pages of different editions may have the same id.
        String idPrefix = language.equals(first) ? "" : language + ":";
        return client.search(query.text(), language).map(body -> WikipediaMapper.characters(body, idPrefix));
    }
}
