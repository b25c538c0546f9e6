package io.dramatis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void usesTheUsualPorts() {
        Ports ports = Ports.fromEnvironment(Map.of());

        assertThat(ports.of(Endpoint.GATEWAY)).isEqualTo(8080);
        assertThat(ports.of(Endpoint.PORTRAIT_MANAGEMENT)).isEqualTo(9083);
        assertThat(ports.of(Endpoint.POSTGRES)).isEqualTo(15432);
    }

    @Test
    void movesAllByTheOffsetAndOneByItsOwnVariable() {
        Ports ports =
                Ports.fromEnvironment(Map.of("DRAMATIS_PORT_OFFSET", "100", "DRAMATIS_PORT_KAFKA_CONTROLLER", "7777"));

        assertThat(ports.of(Endpoint.GATEWAY)).isEqualTo(8180);
        assertThat(ports.of(Endpoint.KAFKA)).isEqualTo(19192);
        assertThat(ports.of(Endpoint.KAFKA_CONTROLLER)).isEqualTo(7777);
    }

    @Test
    void refusesWhatIsNoPort() {
        assertThatThrownBy(() -> Ports.fromEnvironment(Map.of("DRAMATIS_PORT_GATEWAY", "http")))
                .isInstanceOf(LocalPlatformException.class)
                .hasMessage("DRAMATIS_PORT_GATEWAY must be a whole number, not 'http'.");
        assertThatThrownBy(() -> Ports.fromEnvironment(Map.of("DRAMATIS_PORT_OFFSET", "60000")))
                .isInstanceOf(LocalPlatformException.class)
                .hasMessageContaining("not within 1 to 65535");
    }

    @Test
    void refusesOnePortForTwo() {
        assertThatThrownBy(() -> Ports.fromEnvironment(Map.of("DRAMATIS_PORT_CATALOG", "8080")))
                .isInstanceOf(LocalPlatformException.class)
                .hasMessageContaining("DRAMATIS_PORT_GATEWAY")
                .hasMessageContaining("DRAMATIS_PORT_CATALOG");
    }

    @Test
    void findsFreePortsThatDiffer() {
        Ports ports = Ports.free();

        assertThat(Stream.of(Endpoint.values()).map(ports::of)).doesNotHaveDuplicates();
        assertThatCode(() -> ports.requireFree(Endpoint.CATALOG, LocalConfig.LOOPBACK))
                .doesNotThrowAnyException();
    }

    @Test
    void givesNobodyElsePortsThatAreInUse() {
        List<Ports> used = Stream.generate(Ports::free).limit(20).toList();

        assertThat(used.stream().flatMap(ports -> Stream.of(Endpoint.values()).map(ports::of)))
                .doesNotHaveDuplicates();
    }

    @Test
    void saysWhosePortIsTakenAndHowToMoveIt() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports =
                    Ports.fromEnvironment(Map.of("DRAMATIS_PORT_CATALOG", Integer.toString(other.getLocalPort())));

            assertThatThrownBy(() -> ports.requireFree(Endpoint.CATALOG, LocalConfig.LOOPBACK))
                    .isInstanceOf(LocalPlatformException.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + " for catalog-service is taken")
                    .hasMessageContaining("DRAMATIS_PORT_CATALOG=<port>")
                    .hasMessageContaining("DRAMATIS_PORT_OFFSET=<number>");
        }
    }
}
