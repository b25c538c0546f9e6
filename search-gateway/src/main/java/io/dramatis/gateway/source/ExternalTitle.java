package io.dramatis.gateway.source;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An anime or a manga as an outside source knows it.
 *
 * @param source id of the source, as {@code mangadex}
 * @param externalId the source's own id; unique together with {@code source}
 * @param title the name to show: English, else romanised, else the original
 * @param aliases further names
 * @param format the source's own word, lower case: {@code tv}, {@code movie}, {@code one_shot}; or null
 * @param status null where the source does not say
 * @param year of the first part, or null
 * @param maxProgress episodes or chapters in all; null while it is running or unknown
 * @param released episodes or chapters that are out by now, or null where that is unknown
 * @param volumes in all; null while it is running or unknown
 */
@Schema(requiredProperties = {"source", "external_id", "title", "titles", "aliases", "type", "is_adult"})
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
        TitleStatus status,
        Integer year,
        String coverUrl,
        Integer maxProgress,
        Integer released,
        Integer volumes,
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

    /** Starts a title; {@code source} and {@code externalId} together are unique. */
    public static Builder of(String source, String externalId, TitleType type) {
        return new Builder(source, externalId, type);
    }

    /** This one's values, to be completed. */
    public Builder toBuilder() {
        Builder builder = new Builder(source, externalId, type);
        builder.name = title;
        builder.titles = titles;
        builder.aliases.addAll(aliases);
        builder.anilistId = anilistId;
        builder.malId = malId;
        builder.mangadexId = mangadexId;
        builder.format = format;
        builder.status = status;
        builder.year = year;
        builder.coverUrl = coverUrl;
        builder.maxProgress = maxProgress;
        builder.released = released;
        builder.volumes = volumes;
        builder.siteUrl = siteUrl;
        builder.isAdult = isAdult;
        return builder;
    }

    /** Collects what a source knows; every absent value may be left out or given as null. */
    public static final class Builder {

        /** Some titles carry a translation for every language there is. */
        private static final int MAX_ALIASES = 30;

        private final String source;
        private final String externalId;
        private final TitleType type;
        private final Set<String> aliases = new LinkedHashSet<>();
        private String name;
        private Titles titles = new Titles(null, null, null);
        private Long anilistId;
        private Long malId;
        private String mangadexId;
        private String format;
        private TitleStatus status;
        private Integer year;
        private String coverUrl;
        private Integer maxProgress;
        private Integer released;
        private Integer volumes;
        private String siteUrl;
        private boolean isAdult;

        private Builder(String source, String externalId, TitleType type) {
            this.source = source;
            this.externalId = externalId;
            this.type = type;
        }

        public Builder titles(String romaji, String english, String nativeTitle) {
            titles = new Titles(romaji, english, nativeTitle);
            return this;
        }

        public Builder aliases(Iterable<String> more) {
            more.forEach(aliases::add);
            return this;
        }

        public Builder anilistId(Long id) {
            anilistId = id;
            return this;
        }

        public Builder malId(Long id) {
            malId = id;
            return this;
        }

        public Builder mangadexId(String id) {
            mangadexId = id;
            return this;
        }

        public Builder format(String word) {
            format = word;
            return this;
        }

        public Builder status(TitleStatus value) {
            status = value;
            return this;
        }

        public Builder year(Integer value) {
            year = value;
            return this;
        }

        public Builder cover(String url) {
            coverUrl = url;
            return this;
        }

        public Builder maxProgress(Integer parts) {
            maxProgress = parts;
            return this;
        }

        public Builder released(Integer parts) {
            released = parts;
            return this;
        }

        public Builder volumes(Integer count) {
            volumes = count;
            return this;
        }

        public Builder page(String url) {
            siteUrl = url;
            return this;
        }

        public Builder adult(boolean value) {
            isAdult = value;
            return this;
        }

        /** Takes from {@code other}, the same title elsewhere, what is not known yet. */
        public Builder complete(ExternalTitle other) {
            titles = new Titles(
                    first(titles.romaji(), other.titles().romaji()),
                    first(titles.english(), other.titles().english()),
                    first(titles.nativeTitle(), other.titles().nativeTitle()));
            aliases.add(other.title());
            aliases.addAll(other.aliases());
            anilistId = first(anilistId, other.anilistId());
            malId = first(malId, other.malId());
            mangadexId = first(mangadexId, other.mangadexId());
            format = first(format, other.format());
            status = first(status, other.status());
            year = first(year, other.year());
            coverUrl = first(coverUrl, other.coverUrl());
            maxProgress = first(maxProgress, other.maxProgress());
            released = first(released, other.released());
            volumes = first(volumes, other.volumes());
            siteUrl = first(siteUrl, other.siteUrl());
            return this;
        }

        private static <T> T first(T known, T other) {
            return known == null ? other : known;
        }

        public ExternalTitle build() {
            String shown = name == null ? shown() : name;
            // Sources disagree on what is over; the first one's word holds for the numbers, too.
            boolean running = status != null && !status.complete();
            aliases.removeIf(alias -> alias.equals(shown)
                    || alias.equals(titles.romaji())
                    || alias.equals(titles.english())
                    || alias.equals(titles.nativeTitle()));
            return new ExternalTitle(
                    source,
                    externalId,
                    shown,
                    titles,
                    aliases.stream().limit(MAX_ALIASES).toList(),
                    type,
                    anilistId,
                    malId,
                    mangadexId,
                    format,
                    status,
                    year,
                    coverUrl,
                    running ? null : maxProgress,
                    released,
                    running ? null : volumes,
                    siteUrl,
                    isAdult);
        }

        private String shown() {
            String latin = first(titles.english(), titles.romaji());
            return first(latin, titles.nativeTitle());
        }
    }
}
