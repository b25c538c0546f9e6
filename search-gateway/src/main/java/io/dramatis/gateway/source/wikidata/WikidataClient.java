package io.dramatis.gateway.source.wikidata;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.gateway.source.SourceChannel;
import io.dramatis.gateway.source.SourceChannels;
import io.dramatis.gateway.source.SourceUri;
import io.dramatis.gateway.source.wikimedia.WikimediaAnswers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks Wikibase's part of MediaWiki's action API. */
@ApplicationScoped
class WikidataClient {

    private final SourceChannel channel;
    private final WikidataConfig config;

    WikidataClient(SourceChannels channels, WikidataConfig config) {
        this.channel = channels.of(WikidataSource.ID, config);
        this.config = config;
    }

    /** Items of which a name begins with {@code text}, in the language or one that stands in for it. */
    Uni<JsonNode> search(String text, String language) {
        return call(api("wbsearchentities")
                .param("search", text)
                .param("language", language)
                .param("uselang", language)
                .param("type", "item")
                .param("limit", config.hits()));
    }

    /** The items with their statements, their names in the language and in English, and their pages there. */
    Uni<JsonNode> items(List<String> ids, String language) {
        return call(api("wbgetentities")
                .param("ids", String.join("|", ids))
                .param("props", "labels|descriptions|aliases|claims|sitelinks/urls")
                .param("languages", languages(language))
                // Names that are the same everywhere are kept once, under no language.
                .param("languagefallback", "1")
                .param(
                        "sitefilter",
                        Stream.of(language, "en").distinct().collect(Collectors.joining("wiki|", "", "wiki"))));
    }

    /** What items refer to: names, and the statements with the other sources' ids. */
    Uni<JsonNode> references(List<String> ids, String language) {
        return call(api("wbgetentities")
                .param("ids", String.join("|", ids))
                .param("props", "labels|claims")
                .param("languages", languages(language))
                .param("languagefallback", "1"));
    }

    private static String languages(String language) {
        return Stream.of(language, "en", "mul").distinct().collect(Collectors.joining("|"));
    }

    private SourceUri api(String action) {
        return SourceUri.of(config.url(), "/w/api.php")
                .param("action", action)
                .param("format", "json")
                .param("formatversion", "2")
                .param("errorformat", "plaintext");
    }

    private Uni<JsonNode> call(SourceUri uri) {
        return channel.get(uri.build(), Map.of(), WikimediaAnswers::json);
    }
}
