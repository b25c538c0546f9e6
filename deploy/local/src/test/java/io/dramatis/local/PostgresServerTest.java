package io.dramatis.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostgresServerTest {

    @Test
    void runsForAnOrdinaryUserAndForRootInAUserNamespace() {
        assertThat(PostgresServer.obstacle(false, false)).isEmpty();
        assertThat(PostgresServer.obstacle(true, true)).isEmpty();
    }

    @Test
    void tellsRootWithoutUserNamespacesWhatToDo() {
        assertThat(PostgresServer.obstacle(true, false)).hasValueSatisfying(message -> assertThat(message)
                .contains("ordinary user")
                .contains("user.max_user_namespaces")
                .contains("DRAMATIS_POSTGRES_URL="));
    }
}
