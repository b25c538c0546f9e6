package io.dramatis.local;

import io.dramatis.local.Jvm.Compiler;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The four services: where each is packaged, what it listens on and how much memory it is given. */
enum Service {
    COLLECTION(
            "collection-service",
            Endpoint.COLLECTION,
            Endpoint.COLLECTION_MANAGEMENT,
            "collection",
            112,
            Compiler.SMALL),
    CATALOG("catalog-service", Endpoint.CATALOG, Endpoint.CATALOG_MANAGEMENT, "catalog", 112, Compiler.SMALL),
    // 96 MB of pictures that jobs draw and hold, 100 MB for one that is worked on, and 60 MB for everything else.
    PORTRAIT("portrait-service", Endpoint.PORTRAIT, Endpoint.PORTRAIT_MANAGEMENT, "portrait", 256, Compiler.SMALL),
    // Everything passes through it.
    GATEWAY("search-gateway", Endpoint.GATEWAY, Endpoint.GATEWAY_MANAGEMENT, null, 96, Compiler.FAST);

    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration PROBE = Duration.ofSeconds(2);

    private final String module;
    private final Endpoint api;
    private final Endpoint management;
    private final String database;
    private final int heapMegabytes;
    private final Compiler compiler;

    Service(String module, Endpoint api, Endpoint management, String database, int heapMegabytes, Compiler compiler) {
        this.module = module;
        this.api = api;
        this.management = management;
        this.database = database;
        this.heapMegabytes = heapMegabytes;
        this.compiler = compiler;
    }

    /** Also the name of its module and of its process. */
    String module() {
        return module;
    }

    Endpoint api() {
        return api;
    }

    Endpoint management() {
        return management;
    }

    Optional<String> database() {
        return Optional.ofNullable(database);
    }

    Path jar(Path repository) {
        return repository.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }

    void requirePackaged(Path repository) {
        if (!Files.isRegularFile(jar(repository))) {
            throw new LocalPlatformException("The packaged " + module + " is missing at " + jar(repository)
                    + ".\nRun ./dramatis up, which builds it, or ./mvnw package.");
        }
    }

    Component process(Path repository, Ports ports, ProcessLog log, String host, Map<String, String> shared) {
        Map<String, String> environment = new HashMap<>(shared);
        environment.putAll(Jvm.ENVIRONMENT);
        environment.put("QUARKUS_HTTP_HOST", this == GATEWAY ? host : LocalConfig.LOOPBACK);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(api)));
        environment.put("QUARKUS_MANAGEMENT_HOST", LocalConfig.LOOPBACK);
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.of(management)));
        String readiness = "http://" + LocalConfig.LOOPBACK + ":" + ports.of(management) + "/q/health/ready";
        return new ChildProcess(
                module,
                Jvm.command(
                        heapMegabytes,
                        compiler,
                        List.of(
                                "-XX:MaxMetaspaceSize=160m",
                                "-jar",
                                jar(repository).toString())),
                environment,
                repository,
                List.of(api, management),
                log,
                START,
                () -> answersOk(readiness));
    }

    private static boolean answersOk(String url) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setConnectTimeout((int) PROBE.toMillis());
        connection.setReadTimeout((int) PROBE.toMillis());
        try {
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } finally {
            connection.disconnect();
        }
    }
}
