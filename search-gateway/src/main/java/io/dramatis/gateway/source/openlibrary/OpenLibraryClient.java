package io.dramatis.gateway.source.openlibrary;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.gateway.source.SourceChannel;
import io.dramatis.gateway.source.SourceChannels;
import io.dramatis.gateway.source.SourceResponses;
import io.dramatis.gateway.source.SourceUri;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Asks Open Library's search and its records. */
@ApplicationScoped
class OpenLibraryClient {

    /** Without naming them, a search knows no persons, and with all of them it gives every edition's numbers. */
    private static final String FIELDS = "key,title,author_name,author_key,first_publish_year,cover_i,subject,person";

    private final SourceChannel channel;
    private final OpenLibraryConfig config;

    OpenLibraryClient(SourceChannels channels, OpenLibraryConfig config) {
        this.channel = channels.of(OpenLibrarySource.ID, config);
        this.config = config;
    }

    /** @param query as {@link OpenLibraryQuery} makes it */
    Uni<JsonNode> works(String query) {
        return channel.get(SourceUri.of(config.url(), "/search.json")
                .param("q", query)
                .param("fields", FIELDS)
                .param("limit", config.works())
                .build());
    }

    /** @param query as {@link OpenLibraryQuery} makes it */
    Uni<JsonNode> authors(String query) {
        return channel.get(SourceUri.of(config.url(), "/search/authors.json")
                .param("q", query)
                .param("limit", config.authors())
                .build());
    }

    /**
     * A work's or an author's record; missing where there is none any more.
     *
     * @param path {@code /works/OL45804W} or {@code /authors/OL34184A}
     */
    Uni<JsonNode> record(String path) {
        return channel.get(
                SourceUri.of(config.url(), path + ".json").build(), Map.of(), SourceResponses::jsonOrMissing);
    }
}
