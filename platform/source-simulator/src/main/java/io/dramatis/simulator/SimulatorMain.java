package io.dramatis.simulator;

/**
 * The simulator as a process: {@code java -cp … io.dramatis.simulator.SimulatorMain [port]}; without an argument the
 * port is taken from {@code DRAMATIS_SIMULATOR_PORT}, and 8090 without that. Ends on SIGTERM.
 */
public final class SimulatorMain {

    private static final String DEFAULT_PORT = "8090";

    private SimulatorMain() {}

    public static void main(String[] args) {
        String port = args.length > 0 ? args[0] : System.getenv().getOrDefault("DRAMATIS_SIMULATOR_PORT", DEFAULT_PORT);
        SourceSimulator simulator = SourceSimulator.start(Integer.parseInt(port));
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
        // The launcher waits for this line.
        System.out.println("source-simulator ready on http://localhost:" + simulator.port());
    }
}
