package io.dramatis.gateway.source.anilist;

import io.dramatis.gateway.source.CharacterSource;
import io.dramatis.gateway.source.FoundCharacter;
import io.dramatis.gateway.source.SearchCategory;
import io.dramatis.gateway.source.SourceLimits;
import io.dramatis.gateway.source.SourceQuery;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Characters of anime and manga. */
@ApplicationScoped
class AniListSource implements CharacterSource {

    static final String ID = "anilist";

    private final AniListClient client;
    private final AniListConfig config;

    AniListSource(AniListClient client, AniListConfig config) {
        this.client = client;
        this.config = config;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String displayName() {
        return "AniList";
    }

    @Override
    public Set<SearchCategory> categories() {
        return EnumSet.of(SearchCategory.ANIME, SearchCategory.MANGA, SearchCategory.ALL);
    }

    @Override
    public String attribution() {
        return "Anime and manga data from AniList";
    }

    @Override
    public URI attributionUrl() {
        return URI.create("https://anilist.co");
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
        String type = mediaType(category);
        return type == null ? "" : type;
    }

    @Override
    public Uni<List<FoundCharacter>> search(SourceQuery query) {
        String type = mediaType(query.category());
        return client.searchCharacters(query.text(), type).map(data -> AniListMapper.characters(data, type != null));
    }

    private static String mediaType(SearchCategory category) {
        return switch (category) {
            case ANIME -> "ANIME";
            case MANGA -> "MANGA";
            default -> null;
        };
    }
}
