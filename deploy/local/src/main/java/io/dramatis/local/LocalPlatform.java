package io.dramatis.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The whole platform on one machine: PostgreSQL, Kafka, the four services and, when asked for, the source simulator,
 * each a process of its own. Processes are named {@code postgres}, {@code kafka}, {@code source-simulator} and by the
 * services' modules.
 */
public final class LocalPlatform implements AutoCloseable {

    public static final String POSTGRES = "postgres";
    public static final String KAFKA = "kafka";
    public static final String SIMULATOR = "source-simulator";

    private static final int SIMULATOR_HEAP_MEGABYTES = 48;
    // A server with several brokers of its own decides on its replication by itself.
    private static final short BROKER_DEFAULT = -1;

    private final LocalConfig config;
    private final Consumer<String> report;
    private final Stages stages;
    private final Object stopLock = new Object();
    private DataFolder folder;
    private Databases databases;
    private String kafkaBootstrap;

    private LocalPlatform(LocalConfig config, Consumer<String> report) {
        this.config = config;
        this.report = report;
        this.stages = new Stages(config, report);
    }

    static LocalPlatform of(LocalConfig config, Consumer<String> report) {
        return new LocalPlatform(config, report);
    }

    public static Builder builder(Path repository, Path data) {
        return new Builder(repository, data);
    }

    /** Returns when everything is ready. When something fails, nothing that was started is left. */
    public void start() throws InterruptedException {
        start(List.of(Service.values()));
    }

    /** The servers and these services only. */
    void start(List<Service> services) throws InterruptedException {
        if (config.postgres().isEmpty()) {
            PostgresServer.requireRunnable();
        }
        services.forEach(service -> service.requirePackaged(config.repository()));
        folder = DataFolder.lock(config.data());
        try {
            prepare();
            startServers();
            startServices(services);
        } catch (LocalPlatformException | InterruptedException e) {
            close();
            throw e;
        } catch (IOException e) {
            close();
            throw new LocalPlatformException("The platform could not be started: " + e.getMessage(), e);
        }
    }

    private void prepare() throws IOException, InterruptedException {
        ProcessRecords records = new ProcessRecords(folder.run());
        PostgresServer.endLeftover(folder.postgres());
        List<String> leftovers = records.endLeftovers(Stages.GRACE);
        if (!leftovers.isEmpty()) {
            report.accept("Ended what a killed launcher had left: " + String.join(", ", leftovers));
        }
        if (config.reset()) {
            folder.reset();
            report.accept("Forgot the data under " + folder.root());
        }
        stages.open(records);
    }

    private void startServers() throws IOException, InterruptedException {
        List<Component> servers = new ArrayList<>();
        databases = config.postgres()
                .map(Databases::of)
                .orElseGet(() -> new Databases(
                        LocalConfig.LOOPBACK, port(Endpoint.POSTGRES), PostgresServer.USER, PostgresServer.USER));
        if (config.postgres().isEmpty()) {
            servers.add(new PostgresServer(folder.postgres(), port(Endpoint.POSTGRES), log(POSTGRES)));
        }
        if (config.kafka().isEmpty()) {
            KafkaBroker broker =
                    new KafkaBroker(folder.kafka(), port(Endpoint.KAFKA), port(Endpoint.KAFKA_CONTROLLER), log(KAFKA));
            kafkaBootstrap = broker.bootstrapServers();
            servers.add(broker.process());
        } else {
            kafkaBootstrap = config.kafka().get();
        }
        if (config.offline()) {
            servers.add(simulator());
        }
        stages.start(servers);
        databases.createMissing();
        KafkaBroker.createTopics(kafkaBootstrap, BROKER_DEFAULT);
    }

    private Component simulator() {
        int port = port(Endpoint.SIMULATOR);
        List<String> arguments = new ArrayList<>(Jvm.sameClassPath());
        arguments.addAll(
                List.of("-XX:MaxMetaspaceSize=64m", "io.dramatis.simulator.SimulatorMain", Integer.toString(port)));
        return new ChildProcess(
                SIMULATOR,
                Jvm.command(SIMULATOR_HEAP_MEGABYTES, Jvm.Compiler.SMALL, arguments),
                Jvm.ENVIRONMENT,
                config.repository(),
                List.of(Endpoint.SIMULATOR),
                log(SIMULATOR),
                Duration.ofSeconds(30),
                () -> Ports.isOpen(port));
    }

    /** Tokens are verified with the collection's keys; the gateway comes last, so that it never answers for the absent. */
    private void startServices(List<Service> services) throws InterruptedException {
        ServiceEnvironment environment = new ServiceEnvironment(config, databases, kafkaBootstrap, folder.images());
        for (List<Service> stage : List.of(
                List.of(Service.COLLECTION), List.of(Service.CATALOG, Service.PORTRAIT), List.of(Service.GATEWAY))) {
            stages.start(stage.stream()
                    .filter(services::contains)
                    .map(service -> service.process(
                            config.repository(),
                            config.ports(),
                            log(service.module()),
                            config.host(),
                            environment.of(service)))
                    .toList());
        }
    }

    private ProcessLog log(String name) {
        ProcessLog log = new ProcessLog(folder.logs().resolve(name + ".log"));
        log.rotate();
        return log;
    }

    /**
     * Stops everything in reverse order, within 20 s; what does not end by itself is ended. May be called again, and
     * returns whether there was anything to stop.
     */
    public boolean stop() {
        // Whoever comes second, as the interrupted start after Ctrl-C does, returns when all is done.
        synchronized (stopLock) {
            boolean any = stages.stop();
            if (folder != null) {
                folder.close();
                folder = null;
            }
            return any;
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** Stops one process until {@link #start(String)}; supervision leaves it alone meanwhile. */
    public void stop(String name) throws InterruptedException {
        stages.find(name).stop(Stages.GRACE);
    }

    /** Starts a process that {@link #stop(String)} stopped; returns when it is ready. */
    public void start(String name) throws InterruptedException {
        stages.find(name).start();
    }

    /** Ends a process as a crash would. It is started again by supervision. */
    public void kill(String name) throws InterruptedException {
        stages.find(name).kill();
    }

    public long pid(String name) {
        return stages.find(name).pid();
    }

    public boolean isRunning(String name) {
        return stages.find(name).isRunning();
    }

    /** Resident bytes of each process, in the order of the start; the launcher itself comes first. */
    public Map<String, Long> memory() {
        Map<String, Long> memory = new LinkedHashMap<>();
        memory.put("launcher", Processes.residentBytes(ProcessHandle.current().pid()));
        for (Supervised supervised : stages.all()) {
            if (supervised.isRunning()) {
                memory.put(supervised.name(), Processes.treeBytes(supervised.pid()));
            }
        }
        return memory;
    }

    /** What people use. */
    public String url(Endpoint endpoint) {
        return "http://localhost:" + port(endpoint);
    }

    public String kafkaBootstrap() {
        return kafkaBootstrap;
    }

    public String jdbcUrl(String database) {
        return databases.jdbcUrl(database);
    }

    public String databaseUser() {
        return databases.user();
    }

    public String databasePassword() {
        return databases.password();
    }

    public Path images() {
        return folder.images();
    }

    public Path logs() {
        return folder.logs();
    }

    Optional<ProcessHandle> guardian() {
        return stages.guardian();
    }

    private int port(Endpoint endpoint) {
        return config.ports().of(endpoint);
    }

    /** For a platform inside a program, as in tests; {@code ./dramatis} reads the same from its environment. */
    public static final class Builder {

        private final Path repository;
        private final Path data;
        private Ports ports = Ports.free();
        private boolean offline;
        private boolean reset;
        private Consumer<String> report = line -> {};

        private Builder(Path repository, Path data) {
            this.repository = repository.toAbsolutePath().normalize();
            this.data = data.toAbsolutePath().normalize();
        }

        public Builder ports(Ports value) {
            ports = value;
            return this;
        }

        /** The outside sources are answered by the simulator. */
        public Builder offline() {
            offline = true;
            return this;
        }

        /** Kept data is forgotten first. */
        public Builder reset() {
            reset = true;
            return this;
        }

        /** Takes each line that a person would read in the terminal. */
        public Builder report(Consumer<String> value) {
            report = value;
            return this;
        }

        public LocalPlatform build() {
            return new LocalPlatform(
                    new LocalConfig(
                            repository,
                            data,
                            ports,
                            LocalConfig.LOOPBACK,
                            offline,
                            reset,
                            Optional.empty(),
                            Optional.empty()),
                    report);
        }
    }
}
