package io.dramatis.gateway.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A character as a source gave it, before merging.
 *
 * @param sharedIds identities by which other sources' results are recognised as the same; not shown to clients
 * @param universeIds the same for the work that it appears in, so that "Naruto" and "ナルト" are one universe
 * @param universeAliases other titles of that work
 */
public record FoundCharacter(
        ExternalCharacter character, Set<SharedId> sharedIds, Set<SharedId> universeIds, List<String> universeAliases) {

    public FoundCharacter {
        sharedIds = Set.copyOf(sharedIds);
        universeIds = Set.copyOf(universeIds);
        universeAliases = List.copyOf(universeAliases);
    }

    /** Starts a result; {@code source} and {@code externalId} together are unique. */
    public static Builder of(String source, String externalId, String name, CharacterKind kind) {
        return new Builder(source, externalId, name, kind);
    }

    /** Collects what a source knows; every absent value may be left out or given as null. */
    public static final class Builder {

        private final String source;
        private final String externalId;
        private final String name;
        private final CharacterKind kind;
        private final Set<String> aliases = new LinkedHashSet<>();
        private final Map<String, String> attributes = new LinkedHashMap<>();
        private final Set<SharedId> sharedIds = new LinkedHashSet<>();
        private final Set<SharedId> universeIds = new LinkedHashSet<>();
        private final Set<String> universeAliases = new LinkedHashSet<>();
        private String universe;
        private String description;
        private String imageUrl;
        private Genre genre;
        private String siteUrl;

        private Builder(String source, String externalId, String name, CharacterKind kind) {
            this.source = source;
            this.externalId = externalId;
            this.name = name;
            this.kind = kind;
        }

        public Builder alias(String alias) {
            if (alias != null && !alias.isBlank()) {
                aliases.add(alias.strip());
            }
            return this;
        }

        public Builder aliases(Iterable<String> more) {
            more.forEach(this::alias);
            return this;
        }

        public Builder universe(String title) {
            universe = title;
            return this;
        }

        public Builder universeAlias(String title) {
            if (title != null && !title.isBlank()) {
                universeAliases.add(title.strip());
            }
            return this;
        }

        public Builder universeId(String space, String value) {
            if (value != null && !value.isBlank()) {
                universeIds.add(new SharedId(space, value));
            }
            return this;
        }

        /** Plain text; see {@link SourceText}. */
        public Builder description(String text) {
            description = text;
            return this;
        }

        public Builder image(String url) {
            imageUrl = url;
            return this;
        }

        public Builder genre(Genre value) {
            genre = value;
            return this;
        }

        public Builder page(String url) {
            siteUrl = url;
            return this;
        }

        /** A fact worth showing: {@code challenge_rating}, {@code 3}. */
        public Builder attribute(String key, String value) {
            if (value != null && !value.isBlank()) {
                attributes.put(key, value.strip());
            }
            return this;
        }

        public Builder sharedId(String space, String value) {
            if (value != null && !value.isBlank()) {
                sharedIds.add(new SharedId(space, value));
            }
            return this;
        }

        public FoundCharacter build() {
            aliases.remove(name);
            universeAliases.remove(universe);
            return new FoundCharacter(
                    new ExternalCharacter(
                            name,
                            List.copyOf(aliases),
                            universe,
                            description,
                            imageUrl,
                            genre,
                            source,
                            externalId,
                            siteUrl,
                            kind,
                            attributes,
                            List.of(),
                            0),
                    sharedIds,
                    universeIds,
                    new ArrayList<>(universeAliases));
        }
    }
}
