package io.dramatis.catalog.profile;

/** Where a character comes from. */
public enum CharacterSource implements Choice {
    LOCAL("Made here"),
    GENERATED("Generated"),
    ANILIST("AniList"),
    TMDB("TMDB"),
    OPENLIBRARY("Open Library"),
    WIKIPEDIA("Wikipedia"),
    WIKIDATA("Wikidata"),
    MANGADEX("MangaDex"),
    DND5E("D&D 5e SRD");

    private final String label;

    CharacterSource(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
