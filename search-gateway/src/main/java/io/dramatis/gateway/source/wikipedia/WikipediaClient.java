package io.dramatis.gateway.source.wikipedia;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.gateway.source.SourceChannel;
import io.dramatis.gateway.source.SourceChannels;
import io.dramatis.gateway.source.SourceUri;
import io.dramatis.gateway.source.wikimedia.WikimediaAnswers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;

/** Asks MediaWiki's action API. */
@ApplicationScoped
class WikipediaClient {

    private static final String LANGUAGE = "{lang}";

    private final SourceChannel channel;
    private final WikipediaConfig config;

    WikipediaClient(SourceChannels channels, WikipediaConfig config) {
        this.channel = channels.of(WikipediaSource.ID, config);
        this.config = config;
    }

    /** Whether there is an edition for each language, rather than one site for all. */
    boolean hasEditions() {
        return config.url().contains(LANGUAGE);
    }

    /** The whole answer of a search in one language's edition. */
    Uni<JsonNode> search(String text, String language) {
        return channel.get(
                SourceUri.of(URI.create(config.url().replace(LANGUAGE, language)), "/w/api.php")
                        .param("action", "query")
                        .param("format", "json")
                        .param("formatversion", "2")
                        .param("errorformat", "plaintext")
                        .param("generator", "search")
                        // A colon makes search operators of words, some of them expensive (insource:/…/); names do
                        // without it.
                        .param("gsrsearch", text.replace(':', ' '))
                        .param("gsrnamespace", "0")
                        .param("gsrlimit", config.pages())
                        .param("prop", "pageimages|extracts|description|pageprops|info")
                        .param("inprop", "url")
                        .param("ppprop", "disambiguation|wikibase_item")
                        .param("piprop", "thumbnail")
                        .param("pithumbsize", config.thumbnailWidth())
                        .param("pilimit", "max")
                        .param("exintro", "1")
                        .param("explaintext", "1")
                        .param("exlimit", "max")
                        .param("redirects", "1")
                        .build(),
                Map.of(),
                WikimediaAnswers::json);
    }
}
