package io.dramatis.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole platform on one machine: PostgreSQL, Kafka, the four services and, when asked for, the source simulator,
 * each a process of its own. Processes are named {@code postgres}, {@code kafka}, {@code source-simulator} and by the
 * services' modules.
 */
public final class LocalPlatform implements AutoCloseable {

    public static final String POSTGRES = "postgres";
    public static final String KAFKA = "kafka";
    public static final String SIMULATOR = "source-simulator";

    /** Four stages are stopped one after the other, within the 20 s that a person waits for Ctrl-C. */
    private static final Duration STAGE_GRACE = Duration.ofSeconds(4);

    private static final Duration LOG_CHECK = Duration.ofSeconds(30);
    private static final String OPENAPI = "/q/openapi";
    private static final int SIMULATOR_HEAP_MEGABYTES = 48;
    // A server with several brokers of its own decides on its replication by itself.
    private static final short BROKER_DEFAULT = -1;

    private final LocalConfig config;
    private final Consumer<String> report;
    private final List<List<Supervised>> stages = new ArrayList<>();
    private final Object stopLock = new Object();
    private DataFolder folder;
    private ProcessRecords records;
    private Guardian guardian;
    private ScheduledExecutorService scheduler;
    private Databases databases;
    private String kafkaBootstrap;
    private boolean stopping;

    private LocalPlatform(LocalConfig config, Consumer<String> report) {
        this.config = config;
        this.report = report;
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
        records = new ProcessRecords(folder.run());
        PostgresServer.endLeftover(folder.postgres());
        List<String> leftovers = records.endLeftovers(STAGE_GRACE);
        if (!leftovers.isEmpty()) {
            report.accept("Ended what a killed launcher had left: " + String.join(", ", leftovers));
        }
        if (config.reset()) {
            folder.reset();
            report.accept("Forgot the data under " + folder.root());
        }
        synchronized (this) {
            guardian = Guardian.start();
            scheduler = scheduler();
        }
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
        startStage(servers);
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
                Jvm.command(SIMULATOR_HEAP_MEGABYTES, arguments),
                Jvm.ENVIRONMENT,
                config.repository(),
                List.of(Endpoint.SIMULATOR),
                log(SIMULATOR),
                Duration.ofSeconds(30),
                () -> Ports.isOpen(port));
    }

    /** Tokens are verified with the collection's keys; the gateway comes last, so that it never answers for the absent. */
    private void startServices(List<Service> services) throws InterruptedException {
        Map<String, String> shared = sharedEnvironment();
        for (List<Service> stage : List.of(
                List.of(Service.COLLECTION), List.of(Service.CATALOG, Service.PORTRAIT), List.of(Service.GATEWAY))) {
            startStage(stage.stream()
                    .filter(services::contains)
                    .map(service -> service.process(
                            config.repository(),
                            config.ports(),
                            log(service.module()),
                            config.host(),
                            withDatabase(shared, service)))
                    .toList());
        }
    }

    private Map<String, String> sharedEnvironment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("DRAMATIS_LOCAL", "true");
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafkaBootstrap);
        environment.put("DRAMATIS_IDENTITY_JWKS_URL", address(Endpoint.COLLECTION) + "/.well-known/jwks.json");
        environment.put("QUARKUS_REST_CLIENT_CATALOG_URL", address(Endpoint.CATALOG));
        environment.put("DRAMATIS_EDGE_BACKENDS_CATALOG", address(Endpoint.CATALOG));
        environment.put("DRAMATIS_EDGE_BACKENDS_COLLECTION", address(Endpoint.COLLECTION));
        environment.put("DRAMATIS_EDGE_BACKENDS_PORTRAIT", address(Endpoint.PORTRAIT));
        environment.put("DRAMATIS_EDGE_OPENAPI_GATEWAY", address(Endpoint.GATEWAY_MANAGEMENT) + OPENAPI);
        environment.put("DRAMATIS_EDGE_OPENAPI_CATALOG", address(Endpoint.CATALOG_MANAGEMENT) + OPENAPI);
        environment.put("DRAMATIS_EDGE_OPENAPI_COLLECTION", address(Endpoint.COLLECTION_MANAGEMENT) + OPENAPI);
        environment.put("DRAMATIS_EDGE_OPENAPI_PORTRAIT", address(Endpoint.PORTRAIT_MANAGEMENT) + OPENAPI);
        environment.put("DRAMATIS_PORTRAIT_STORAGE_FOLDER", folder.images().toString());
        // Open event streams would hold a stopping service for the whole of its usual, longer time.
        environment.put("QUARKUS_SHUTDOWN_TIMEOUT", "2S");
        // A consumer would sleep for two seconds before it leaves, one after the other; what it has not finished comes
        // again after the next start, and every consumer is idempotent.
        environment.put("MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_GRACEFUL_SHUTDOWN", "false");
        if (config.offline()) {
            environment.put("DRAMATIS_SOURCE_ANILIST_URL", address(Endpoint.SIMULATOR) + "/anilist");
            // Some sources' pictures are where the source is, or begin their way there.
            environment.put(
                    "DRAMATIS_IMAGE_TRUSTED_ORIGINS",
                    Stream.of("/images", "/dnd5e/api/images", "/openlibrary", "/wikidata")
                            .map(path -> address(Endpoint.SIMULATOR) + path)
                            .collect(Collectors.joining(",")));
            environment.put("DRAMATIS_SOURCE_MANGADEX_URL", address(Endpoint.SIMULATOR) + "/mangadex");
            environment.put("DRAMATIS_SOURCE_MANGADEX_COVERS_URL", address(Endpoint.SIMULATOR) + "/images/mangadex");
            environment.put("DRAMATIS_SOURCE_TMDB_URL", address(Endpoint.SIMULATOR) + "/tmdb");
            // Any will do; without one the source would be left out.
            environment.put("DRAMATIS_SOURCE_TMDB_TOKEN", "offline");
            environment.put("DRAMATIS_SOURCE_DND5E_URL", address(Endpoint.SIMULATOR) + "/dnd5e");
            environment.put("DRAMATIS_SOURCE_WIKIPEDIA_URL", address(Endpoint.SIMULATOR) + "/wikipedia");
            environment.put("DRAMATIS_SOURCE_OPENLIBRARY_URL", address(Endpoint.SIMULATOR) + "/openlibrary");
            environment.put("DRAMATIS_SOURCE_OPENLIBRARY_COVERS_URL", address(Endpoint.SIMULATOR) + "/openlibrary");
            environment.put("DRAMATIS_SOURCE_WIKIDATA_URL", address(Endpoint.SIMULATOR) + "/wikidata");
            environment.put("DRAMATIS_SOURCE_WIKIDATA_COMMONS_URL", address(Endpoint.SIMULATOR) + "/wikidata");
            // Sources that grant unknown callers next to nothing need not be asked so sparingly here.
            environment.put("DRAMATIS_UPSTREAM_CONTACT", "the simulator's own user");
        }
        return environment;
    }

    private Map<String, String> withDatabase(Map<String, String> shared, Service service) {
        Map<String, String> environment = new HashMap<>(shared);
        service.database().ifPresent(database -> {
            environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", databases.reactiveUrl(database));
            environment.put("QUARKUS_DATASOURCE_JDBC_URL", databases.jdbcUrl(database));
            environment.put("QUARKUS_DATASOURCE_USERNAME", databases.user());
            environment.put("QUARKUS_DATASOURCE_PASSWORD", databases.password());
        });
        return environment;
    }

    private void startStage(List<Component> components) throws InterruptedException {
        for (Component component : components) {
            for (Endpoint endpoint : component.listensOn()) {
                config.ports()
                        .requireFree(endpoint, endpoint == Endpoint.GATEWAY ? config.host() : LocalConfig.LOOPBACK);
            }
        }
        List<Supervised> stage = components.stream()
                .map(component -> new Supervised(component, custody(), scheduler, report))
                .toList();
        synchronized (this) {
            if (stopping) {
                throw new InterruptedException("stopped while starting");
            }
            stages.add(stage);
        }
        ExecutorService threads = Executors.newCachedThreadPool(daemons("start"));
        try {
            List<Future<?>> starts = new ArrayList<>();
            for (Supervised supervised : stage) {
                starts.add(threads.submit(() -> {
                    startReporting(supervised);
                    return null;
                }));
            }
            for (Future<?> start : starts) {
                await(start);
            }
        } finally {
            // Not interrupted: a server that is half started must become one that can be stopped.
            threads.shutdown();
        }
    }

    private static void await(Future<?> start) throws InterruptedException {
        try {
            start.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LocalPlatformException problem) {
                throw problem;
            }
            if (e.getCause() instanceof InterruptedException) {
                throw new InterruptedException("stopped while starting");
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private void startReporting(Supervised supervised) throws InterruptedException {
        long begin = System.nanoTime();
        supervised.start();
        report.accept("%-20s ready after %4.1f s".formatted(supervised.name(), (System.nanoTime() - begin) / 1e9));
    }

    private Supervised.Custody custody() {
        return new Supervised.Custody() {
            @Override
            public void admit(String name, ProcessHandle process) {
                records.add(name, process);
                guardian.watch(process);
            }

            @Override
            public void release(String name, ProcessHandle process) {
                guardian.forget(process);
                records.remove(name);
            }
        };
    }

    private ScheduledExecutorService scheduler() {
        // A relaunch waits on its thread until the process is ready, and all of them may have to be relaunched at once.
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(8, daemons("supervision"));
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        executor.scheduleWithFixedDelay(
                this::boundLogs, LOG_CHECK.toSeconds(), LOG_CHECK.toSeconds(), TimeUnit.SECONDS);
        return executor;
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    private void boundLogs() {
        for (Supervised supervised : all()) {
            try {
                supervised.component().log().bound(ProcessLog.LONGEST);
            } catch (IOException e) {
                report.accept("The log of " + supervised.name() + " could not be shortened: " + e.getMessage());
            }
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
            List<List<Supervised>> reversed;
            synchronized (this) {
                stopping = true;
                reversed = new ArrayList<>(stages);
                stages.clear();
            }
            Collections.reverse(reversed);
            ExecutorService threads = Executors.newCachedThreadPool(daemons("stop"));
            for (List<Supervised> stage : reversed) {
                stopStage(stage, threads);
            }
            threads.shutdown();
            release();
            return !reversed.isEmpty();
        }
    }

    private synchronized void release() {
        if (scheduler != null) {
            scheduler.shutdownNow();
        }
        if (guardian != null) {
            guardian.close();
            guardian = null;
        }
        if (folder != null) {
            folder.close();
            folder = null;
        }
    }

    private void stopStage(List<Supervised> stage, ExecutorService threads) {
        List<Future<?>> stops = new ArrayList<>();
        for (Supervised supervised : stage) {
            stops.add(threads.submit(() -> {
                if (!supervised.retire(STAGE_GRACE)) {
                    report.accept(
                            supervised.name() + " did not stop within " + STAGE_GRACE.toSeconds() + " s and was ended");
                }
                return null;
            }));
        }
        for (Future<?> stop : stops) {
            try {
                stop.get();
            } catch (ExecutionException e) {
                report.accept("Stopping failed: " + e.getCause().getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** Stops one process until {@link #start(String)}; supervision leaves it alone meanwhile. */
    public void stop(String name) throws InterruptedException {
        find(name).stop(STAGE_GRACE);
    }

    /** Starts a process that {@link #stop(String)} stopped; returns when it is ready. */
    public void start(String name) throws InterruptedException {
        find(name).start();
    }

    /** Ends a process as a crash would. It is started again by supervision. */
    public void kill(String name) throws InterruptedException {
        find(name).kill();
    }

    public long pid(String name) {
        return find(name).pid();
    }

    public boolean isRunning(String name) {
        return find(name).isRunning();
    }

    /** Resident bytes of each process, in the order of the start; the launcher itself comes first. */
    public Map<String, Long> memory() {
        Map<String, Long> memory = new LinkedHashMap<>();
        memory.put("launcher", Processes.residentBytes(ProcessHandle.current().pid()));
        for (Supervised supervised : all()) {
            if (supervised.isRunning()) {
                memory.put(supervised.name(), Processes.treeBytes(supervised.pid()));
            }
        }
        return memory;
    }

    /** What programs use: {@code localhost} may be another address than the one that is listened on. */
    private String address(Endpoint endpoint) {
        return "http://" + LocalConfig.LOOPBACK + ":" + port(endpoint);
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
        return Optional.ofNullable(guardian).map(Guardian::process);
    }

    private int port(Endpoint endpoint) {
        return config.ports().of(endpoint);
    }

    private synchronized List<Supervised> all() {
        return stages.stream().flatMap(List::stream).toList();
    }

    private Supervised find(String name) {
        return all().stream()
                .filter(supervised -> supervised.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No process of this platform is named " + name));
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
