package io.dramatis.catalog.profile;

/** The longest text a character's fields take, in UTF-16 units. */
public final class ProfileLimits {

    public static final int NAME = 120;
    public static final int UNIVERSE = 200;
    /** A free text field of the visual profile. */
    public static final int VISUAL_TEXT = 500;
    /** Description and backstory. */
    public static final int LONG_TEXT = 4_000;

    public static final int CHAT_STYLE = 2_000;
    public static final int EXAMPLE_RESPONSES = 20;
    public static final int EXAMPLE_RESPONSE = 1_000;
    public static final int URL = 2_000;
    public static final int EXTERNAL_ID = 200;

    private ProfileLimits() {}
}
