package io.dramatis.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code ./dramatis up} was asked for, by its options and its environment.
 *
 * @param repository the folder that holds the packaged services
 * @param data where everything that survives a restart is kept
 * @param host the address that the gateway listens on; everything else stays on loopback
 * @param offline whether the outside sources are answered by the simulator
 * @param reset whether kept data is forgotten first
 * @param postgres a server to use instead of the embedded one
 * @param kafka bootstrap servers to use instead of the embedded broker
 */
record LocalConfig(
        Path repository,
        Path data,
        Ports ports,
        String host,
        boolean offline,
        boolean reset,
        Optional<ExternalPostgres> postgres,
        Optional<String> kafka) {

    static final String LOOPBACK = "127.0.0.1";

    static LocalConfig parse(List<String> arguments, Map<String, String> environment) {
        boolean offline = false;
        boolean reset = false;
        for (String argument : arguments) {
            switch (argument) {
                case "--offline" -> offline = true;
                case "--reset" -> reset = true;
                default ->
                    throw new LocalPlatformException(
                            "Unknown option " + argument + "; up takes --offline and --reset. See ./dramatis help.");
            }
        }
        Path repository = Path.of(value(environment, "DRAMATIS_HOME").orElse("."))
                .toAbsolutePath()
                .normalize();
        Path data = value(environment, "DRAMATIS_DATA")
                .map(folder -> Path.of(folder).toAbsolutePath().normalize())
                .orElse(repository.resolve(".dramatis"));
        return new LocalConfig(
                repository,
                data,
                Ports.fromEnvironment(environment),
                value(environment, "DRAMATIS_HOST").orElse(LOOPBACK),
                offline,
                reset,
                value(environment, "DRAMATIS_POSTGRES_URL").map(ExternalPostgres::parse),
                value(environment, "DRAMATIS_KAFKA"));
    }

    private static Optional<String> value(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
