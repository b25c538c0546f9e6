package io.dramatis.gateway.source.dnd5e;

import io.dramatis.gateway.source.CharacterKind;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The lists that are searched, the newer edition's first, as its entries are preferred. */
enum Dnd5eList {
    SPECIES_2024("2024", "species", CharacterKind.RACE),
    SUBSPECIES_2024("2024", "subspecies", CharacterKind.RACE),
    CLASSES_2024("2024", "classes", CharacterKind.CLASS),
    MONSTERS_2024("2024", "monsters", CharacterKind.CREATURE),
    RACES_2014("2014", "races", CharacterKind.RACE),
    SUBRACES_2014("2014", "subraces", CharacterKind.RACE),
    CLASSES_2014("2014", "classes", CharacterKind.CLASS),
    MONSTERS_2014("2014", "monsters", CharacterKind.CREATURE);

    static final Set<Dnd5eList> ALL = Set.copyOf(EnumSet.allOf(Dnd5eList.class));

    /** What an older server has; of a newer one's lists none may be missing. */
    static final Set<Dnd5eList> ONLY_2014 =
            ALL.stream().filter(list -> list.edition.equals("2014")).collect(Collectors.toUnmodifiableSet());

    private final String edition;
    private final String resource;
    private final CharacterKind kind;

    Dnd5eList(String edition, String resource, CharacterKind kind) {
        this.edition = edition;
        this.resource = resource;
        this.kind = kind;
    }

    String edition() {
        return edition;
    }

    CharacterKind kind() {
        return kind;
    }

    /** Below {@code /api/}: {@code 2014/monsters}. */
    String path() {
        return edition + "/" + resource;
    }
}
