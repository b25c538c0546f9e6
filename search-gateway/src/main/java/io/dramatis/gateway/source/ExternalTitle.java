package io.dramatis.gateway.source;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * An anime or a manga as an outside source knows it.
 *
 * @param source id of the source, as {@code mangadex}
 * @param externalId the source's own id; unique together with {@code source}
 * @param title the name to show: English, else romanised, else the original
 * @param aliases further names
 * @param format the source's own word, lower case: {@code tv}, {@code movie}, {@code one_shot}; or null
 * @param status {@code finished}, {@code releasing}, {@code not_yet_released}, {@code cancelled}, {@code hiatus} or null
 * @param year of the first part, or null
 * @param maxProgress episodes or chapters in all; null while it is running or unknown
 */
public record ExternalTitle(
        String source,
        String externalId,
        String title,
        Titles titles,
        List<String> aliases,
        TitleType type,
        Long anilistId,
        Long malId,
        String mangadexId,
        String format,
        String status,
        Integer year,
        String coverUrl,
        Integer maxProgress,
        String siteUrl,
        boolean isAdult) {

    public ExternalTitle {
        aliases = List.copyOf(aliases);
    }

    /** The same name in three ways, each perhaps null. */
    public record Titles(
            String romaji,
            String english,

            @JsonProperty("native") String nativeTitle) {}
}
