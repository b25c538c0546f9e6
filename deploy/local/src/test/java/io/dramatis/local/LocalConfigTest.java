package io.dramatis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalConfigTest {

    @Test
    void keepsDataBesideTheServicesUnlessToldOtherwise() {
        LocalConfig config = LocalConfig.parse(List.of(), Map.of("DRAMATIS_HOME", "/srv/dramatis"));
        LocalConfig elsewhere =
                LocalConfig.parse(List.of(), Map.of("DRAMATIS_HOME", "/srv/dramatis", "DRAMATIS_DATA", "/var/x"));

        assertThat(config.data()).isEqualTo(Path.of("/srv/dramatis/.dramatis"));
        assertThat(config.host()).isEqualTo("127.0.0.1");
        assertThat(config.offline()).isFalse();
        assertThat(config.reset()).isFalse();
        assertThat(elsewhere.data()).isEqualTo(Path.of("/var/x"));
    }

    @Test
    void takesItsTwoOptionsInAnyOrder() {
        LocalConfig config = LocalConfig.parse(List.of("--reset", "--offline"), Map.of());

        assertThat(config.offline()).isTrue();
        assertThat(config.reset()).isTrue();
    }

    @Test
    void refusesAnUnknownOption() {
        assertThatThrownBy(() -> LocalConfig.parse(List.of("--ofline"), Map.of()))
                .isInstanceOf(LocalPlatformException.class)
                .hasMessageContaining("--ofline");
    }

    @Test
    void usesOtherServersWhenTheyAreNamed() {
        LocalConfig config = LocalConfig.parse(
                List.of(),
                Map.of(
                        "DRAMATIS_POSTGRES_URL", "postgresql://me:p%40ss+word@db.example:6432",
                        "DRAMATIS_KAFKA", "broker-1:9092,broker-2:9092"));

        assertThat(config.postgres()).contains(new ExternalPostgres("db.example", 6432, "me", "p@ss+word"));
        assertThat(config.kafka()).contains("broker-1:9092,broker-2:9092");
    }

    @Test
    void takesABlankVariableAsNone() {
        LocalConfig config =
                LocalConfig.parse(List.of(), Map.of("DRAMATIS_POSTGRES_URL", " ", "DRAMATIS_PORT_OFFSET", ""));

        assertThat(config.postgres()).isEmpty();
        assertThat(config.ports().of(Endpoint.GATEWAY)).isEqualTo(8080);
    }

    @Test
    void addsTheUsualPortOfPostgres() {
        assertThat(ExternalPostgres.parse("postgres://me@db")).isEqualTo(new ExternalPostgres("db", 5432, "me", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"db:5432", "jdbc:postgresql://me:secret@db", "postgresql://db", "postgresql://me:se cret@db"})
    void refusesAnotherFormOfUrlWithoutRepeatingThePassword(String url) {
        assertThatThrownBy(() -> ExternalPostgres.parse(url))
                .isInstanceOf(LocalPlatformException.class)
                .hasMessageStartingWith("DRAMATIS_POSTGRES_URL must look like postgresql://user:password@host:port")
                .hasMessageNotContaining("cret");
    }
}
