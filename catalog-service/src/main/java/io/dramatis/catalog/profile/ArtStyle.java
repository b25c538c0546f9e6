package io.dramatis.catalog.profile;

/** How the portrait is drawn. */
public enum ArtStyle implements Choice {
    REALISTIC("Realistic"),
    PAINTERLY("Painterly"),
    ANIME("Anime"),
    WEBTOON("Webtoon"),
    INK("Ink"),
    PIXEL("Pixel art");

    private final String label;

    ArtStyle(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
