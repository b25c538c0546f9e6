package io.dramatis.catalog.character;

import static org.assertj.core.api.Assertions.assertThat;

import io.dramatis.catalog.CatalogServiceTest;
import io.dramatis.test.Databases;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the planner makes of the lists once there is something to list. */
@CatalogServiceTest
class CharacterIndexTest {

    @BeforeEach
    void fill() {
        Databases.clean();
        Databases.execute("""
                insert into characters (id, owner_id, version, created_at, updated_at, name, name_key, search_key,
                    example_responses, genre, source, published, gender, build, facial_expression)
                select gen_random_uuid(), gen_random_uuid(), 1, now() - n * interval '1 second',
                    now() - n * interval '1 second', 'Name ' || n, 'name ' || n, 'name ' || n || E'\\n', '{}',
                    'drama', 'local', n % 2 = 0, 'male', 'average', 'wise'
                from generate_series(1, 20000) n
                """);
        // The index of parts of names keeps new entries aside until a vacuum, and is not worth reading with many of
        // them.
        Databases.execute("vacuum analyze characters");
    }

    @ParameterizedTest
    @EnumSource(CharacterSort.class)
    void serveEveryOrderWithoutSorting(CharacterSort sort) {
        assertThat(plan(list(null, sort)))
                .contains("Index Scan using ix_characters_" + sort.column())
                .doesNotContain("Sort", "Seq Scan");
    }

    @ParameterizedTest
    @EnumSource(CharacterSort.class)
    void serveEveryOrderOfAGenreWithoutSorting(CharacterSort sort) {
        assertThat(plan(list("drama", sort)))
                .contains("Index Scan using ix_characters")
                .doesNotContain("Sort", "Seq Scan");
    }

    @Test
    void findAPartOfAName() {
        assertThat(plan("select id from characters where search_key like '%name 1999%'"))
                .contains("ix_characters_search_key");
    }

    private static String list(String genre, CharacterSort sort) {
        return new CharacterList(null, false, genre, null, "", sort, null, 20)
                .toStatement()
                .sql()
                .replace("$1", "'drama'");
    }

    private static String plan(String sql) {
        return Databases.query("explain " + sql).stream()
                .map(row -> (String) row.get("QUERY PLAN"))
                .collect(Collectors.joining("\n"));
    }
}
