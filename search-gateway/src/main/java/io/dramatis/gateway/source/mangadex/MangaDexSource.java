package io.dramatis.gateway.source.mangadex;

import io.dramatis.gateway.source.CharacterSource;
import io.dramatis.gateway.source.ExternalTitle;
import io.dramatis.gateway.source.FoundCharacter;
import io.dramatis.gateway.source.SearchCategory;
import io.dramatis.gateway.source.SourceLimits;
import io.dramatis.gateway.source.SourceQuery;
import io.dramatis.gateway.source.TitleSource;
import io.dramatis.gateway.source.TitleType;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Manga, their chapters and the people who make them. */
@ApplicationScoped
class MangaDexSource implements CharacterSource, TitleSource {

    static final String ID = "mangadex";
    static final Pattern ID_FORM = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final MangaDexClient client;
    private final MangaDexConfig config;
    private final MangaDexMapper mapper;

    MangaDexSource(MangaDexClient client, MangaDexConfig config) {
        this.client = client;
        this.config = config;
        this.mapper = new MangaDexMapper(config.coversUrl());
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String displayName() {
        return "MangaDex";
    }

    @Override
    public Set<SearchCategory> categories() {
        return EnumSet.of(SearchCategory.MANGA, SearchCategory.ALL);
    }

    @Override
    public String attribution() {
        return "Manga data and covers from MangaDex";
    }

    @Override
    public URI attributionUrl() {
        return URI.create("https://mangadex.org");
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
        return client.search(query.text()).map(mapper::people);
    }

    @Override
    public Set<TitleType> titleTypes() {
        return EnumSet.of(TitleType.MANGA);
    }

    @Override
    public int titlesPerPage() {
        return config.titles();
    }

    @Override
    public Uni<List<ExternalTitle>> searchTitles(String text, TitleType type) {
        return client.search(text).map(mapper::titles);
    }

    @Override
    public Uni<List<ExternalTitle>> findTitle(String externalId) {
        if (!ID_FORM.matcher(externalId).matches()) {
            return Uni.createFrom().item(List.of());
        }
        return Uni.combine()
                .all()
                .unis(client.manga(externalId), client.chapters(externalId))
                .with(mapper::title);
    }
}
