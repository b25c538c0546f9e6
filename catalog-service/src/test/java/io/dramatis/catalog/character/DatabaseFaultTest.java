package io.dramatis.catalog.character;

import static io.dramatis.catalog.character.Characters.create;
import static io.dramatis.catalog.character.Characters.get;
import static io.dramatis.catalog.character.Characters.patch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.dramatis.catalog.CatalogServiceTest;
import io.dramatis.test.Databases;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@CatalogServiceTest
class DatabaseFaultTest {

    private final UUID owner = UUID.randomUUID();

    @BeforeEach
    void clean() {
        Databases.clean();
    }

    /** As PostgreSQL does to every connection when it is shut down. */
    @Test
    void saysWhenToComeBackWhenTheDatabaseEndsAStatement() {
        String id = create(owner, "Unharmed");
        CompletableFuture<Void> killer = CompletableFuture.runAsync(() -> Databases.execute("""
                do $$
                declare
                  waiting int;
                begin
                  perform 1 from characters where id = '%s' for update;
                  while waiting is null loop
                    perform pg_stat_clear_snapshot();
                    select pid into waiting from pg_stat_activity
                    where pid <> pg_backend_pid() and wait_event_type = 'Lock' and query like '%%for no key update%%';
                  end loop;
                  perform pg_terminate_backend(waiting);
                end $$
                """.formatted(id)));
        await().untilAsserted(
                        () -> assertThatThrownBy(() -> Databases.execute("select 1 from characters for update nowait"))
                                .hasMessageContaining("could not obtain lock"));

        patch(owner, id, "{\"hair\":\"lost\"}")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("DEPENDENCY_UNAVAILABLE"));

        killer.join();
        assertThat(get(owner, id).get("version").asInt()).isEqualTo(1);
        patch(owner, id, "{\"hair\":\"red\"}").then().statusCode(200).body("version", equalTo(2));
    }
}
