package io.dramatis.catalog.profile;

/** The sources a character can be kept from: those of {@link CharacterSource} that are outside. */
public enum ExternalSource implements Choice {
    ANILIST("AniList"),
    TMDB("TMDB"),
    OPENLIBRARY("Open Library"),
    WIKIPEDIA("Wikipedia"),
    WIKIDATA("Wikidata"),
    MANGADEX("MangaDex"),
    DND5E("D&D 5e SRD");

    private final String label;

    ExternalSource(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
