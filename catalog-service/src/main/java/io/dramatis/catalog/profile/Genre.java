package io.dramatis.catalog.profile;

/** The genre of the story a character is from. */
public enum Genre implements Choice {
    ACTION("Action"),
    ADVENTURE("Adventure"),
    COMEDY("Comedy"),
    DRAMA("Drama"),
    FANTASY("Fantasy"),
    HORROR("Horror"),
    MYSTERY("Mystery"),
    ROMANCE("Romance"),
    SCIFI("Science fiction"),
    SLICE_OF_LIFE("Slice of life"),
    SPORTS("Sports"),
    THRILLER("Thriller"),
    OTHER("Other");

    private final String label;

    Genre(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
