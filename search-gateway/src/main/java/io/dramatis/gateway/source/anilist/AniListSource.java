package io.dramatis.gateway.source.anilist;

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

/** Anime and manga, and their characters. */
@ApplicationScoped
class AniListSource implements CharacterSource, TitleSource {

    static final String ID = "anilist";

    private static final Pattern ID_FORM = Pattern.compile("[1-9][0-9]{0,8}");

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

    @Override
    public Set<TitleType> titleTypes() {
        return EnumSet.allOf(TitleType.class);
    }

    @Override
    public int titlesPerPage() {
        return config.foundTitles();
    }

    @Override
    public Uni<List<ExternalTitle>> searchTitles(String text, TitleType type) {
        return client.searchTitles(text, type == null ? null : type.name()).map(AniListMapper::titles);
    }

    @Override
    public Uni<List<ExternalTitle>> findTitle(String externalId) {
        return ID_FORM.matcher(externalId).matches()
                ? client.findTitle(Integer.parseInt(externalId)).map(AniListMapper::titles)
                : Uni.createFrom().item(List.of());
    }

    private static String mediaType(SearchCategory category) {
        return switch (category) {
            case ANIME -> "ANIME";
            case MANGA -> "MANGA";
            default -> null;
        };
    }
}
