package io.dramatis.local;

import com.sun.security.auth.module.UnixSystem;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The embedded PostgreSQL server, its files kept from run to run. */
final class PostgresServer implements Component {

    static final String USER = "postgres";
    private static final Duration START = Duration.ofSeconds(60);
    private static final String PID_FILE = "postmaster.pid";
    // Written after the first start that went through: files without it are those of an interrupted initdb.
    private static final String COMPLETE_FILE = "dramatis-complete";

    private final Path data;
    private final int port;
    private final ProcessLog log;
    private EmbeddedPostgres server;
    private ProcessHandle postmaster;

    PostgresServer(Path data, int port, ProcessLog log) {
        this.data = data;
        this.port = port;
        this.log = log;
    }

    /** What keeps PostgreSQL from running here, if anything: it refuses to run as root, a user namespace hides that. */
    static Optional<String> obstacle(boolean root, boolean userNamespaces) {
        if (!root || userNamespaces) {
            return Optional.empty();
        }
        return Optional.of("""
                PostgreSQL refuses to run as root, and this machine gives no user namespace to run it in ('unshare -U' fails).
                Do one of these:
                  run ./dramatis as an ordinary user;
                  allow user namespaces (sysctl -w user.max_user_namespaces=10000, in a container: --security-opt seccomp=unconfined);
                  use another server: DRAMATIS_POSTGRES_URL=postgresql://user:password@host:port""");
    }

    static void requireRunnable() {
        boolean root = new UnixSystem().getUid() == 0;
        obstacle(root, root && LinuxUtils.isUnshareAvailable()).ifPresent(problem -> {
            throw new LocalPlatformException(problem);
        });
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public List<Endpoint> listensOn() {
        return List.of(Endpoint.POSTGRES);
    }

    @Override
    public ProcessLog log() {
        return log;
    }

    @Override
    public Duration patience() {
        return START;
    }

    /** Ends a server that a killed launcher left on these files. */
    static void endLeftover(Path data) throws IOException, InterruptedException {
        Optional<ProcessHandle> leftover = recordedPid(data)
                .flatMap(ProcessHandle::of)
                .filter(Processes::isAlive)
                .filter(process -> process.info().command().orElse("").endsWith("postgres"));
        if (leftover.isPresent()) {
            endFast(leftover.get());
        }
        // PostgreSQL judges the file by its process id alone, which may be another program's by now.
        Files.deleteIfExists(data.resolve(PID_FILE));
    }

    @Override
    public ProcessHandle launch() throws IOException, InterruptedException {
        release();
        endLeftover(data);
        if (!Files.exists(data.resolve(COMPLETE_FILE))) {
            DataFolder.delete(data);
        }
        try {
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setPGStartupWait(START)
                    .setOutputRedirector(Redirect.appendTo(log.file().toFile()))
                    // The same order of text on every machine, whatever its own locales are.
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("lc-ctype", characterTypes())
                    // The library's defaults are a throw-away server's; these files are kept.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("shared_buffers", "64MB")
                    .setServerConfig("max_wal_size", "256MB")
                    .setServerConfig("listen_addresses", LocalConfig.LOOPBACK)
                    .setServerConfig("unix_socket_directories", "")
                    .start();
        } catch (IOException | RuntimeException e) {
            throw new LocalPlatformException("PostgreSQL did not start: " + e.getMessage(), e);
        }
        Files.writeString(data.resolve(COMPLETE_FILE), "");
        postmaster = recordedPid(data)
                .flatMap(ProcessHandle::of)
                .orElseThrow(() -> new LocalPlatformException("PostgreSQL ended as soon as it was started"));
        return postmaster;
    }

    /** Trigram indexes ask the system what a letter is; its plain C locale knows those of ASCII only. */
    private static String characterTypes() {
        return System.getProperty("os.name").startsWith("Mac") ? "en_US.UTF-8" : "C.UTF-8";
    }

    private static Optional<Long> recordedPid(Path data) throws IOException {
        Path file = data.resolve(PID_FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Files.readAllLines(file).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d+"))
                .map(Long::valueOf);
    }

    /** Launching waits for the first answer to a query. */
    @Override
    public boolean isReady() {
        return postmaster != null && Processes.isAlive(postmaster);
    }

    @Override
    public boolean stop(Duration grace) throws InterruptedException {
        release();
        return postmaster == null || Processes.awaitEnd(postmaster, grace) || Processes.end(postmaster, Duration.ZERO);
    }

    /** SIGINT disconnects clients and writes everything down; SIGTERM would wait for clients to leave. */
    private static void endFast(ProcessHandle process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        if (!Processes.awaitEnd(process, Duration.ofSeconds(10))) {
            Processes.end(process, Duration.ZERO);
        }
    }

    /** Stops the server if it still runs, and gives back the library's lock on the files. */
    private void release() {
        if (server == null) {
            return;
        }
        try {
            server.close();
        } catch (IOException e) {
            throw new LocalPlatformException("PostgreSQL could not be stopped: " + e.getMessage(), e);
        }
        server = null;
    }

    @Override
    public String exit() {
        return "unknown";
    }
}
