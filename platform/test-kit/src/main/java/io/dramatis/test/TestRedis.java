package io.dramatis.test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import redis.embedded.core.ExecutableProvider;

/** A real Redis of a test's own that can be killed, made to hang, and started again at the same address. */
public final class TestRedis implements AutoCloseable {

    /** How it is run; {@link ContainerRedis} with {@code -Pcontainers}. */
    interface Server {

        /** Starts it, empty, and returns when it answers. */
        void start() throws IOException;

        /** Ends it without a word, as SIGKILL does. */
        void kill() throws IOException;

        /** Lets it hold its connections and answer nothing. */
        void halt() throws IOException;

        void resume() throws IOException;
    }

    private final int port;
    private final Server server;

    private TestRedis(int port, Server server) {
        this.port = port;
        this.server = server;
    }

    public static TestRedis start() {
        try {
            int port = freePort();
            TestRedis redis = new TestRedis(
                    port,
                    Boolean.getBoolean("dramatis.test.containers") ? new ContainerRedis(port) : new Embedded(port));
            redis.server.start();
            return redis;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    public void kill() {
        run(server::kill);
    }

    /** After {@link #kill()}: it has forgotten everything. */
    public void startAgain() {
        run(server::start);
    }

    public void halt() {
        run(server::halt);
    }

    public void resume() {
        run(server::resume);
    }

    @Override
    public void close() {
        kill();
    }

    private interface Action {
        void run() throws IOException;
    }

    private static void run(Action action) {
        try {
            action.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The binary of embedded-redis, in a process that we hold ourselves so that it can be signalled. */
    private static final class Embedded implements Server {

        private final int port;
        private final String executable;
        private Process process;

        Embedded(int port) throws IOException {
            this.port = port;
            this.executable = ExecutableProvider.newJarResourceProvider().get().getAbsolutePath();
            Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
        }

        @Override
        public synchronized void start() throws IOException {
            process = new ProcessBuilder(
                            executable,
                            "--port",
                            Integer.toString(port),
                            "--bind",
                            "127.0.0.1",
                            "--save",
                            "",
                            "--appendonly",
                            "no")
                    .redirectErrorStream(true)
                    .start();
            StringBuilder said = new StringBuilder();
            BufferedReader output =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.append(line).append('\n');
                if (line.contains("Ready to accept connections")) {
                    return;
                }
            }
            throw new IOException("Redis did not start: " + said);
        }

        @Override
        public synchronized void kill() {
            if (process != null) {
                process.destroyForcibly();
                try {
                    // Not by onExit, which is told by the common pool: a test may keep that busy.
                    process.waitFor();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        @Override
        public void halt() throws IOException {
            signal("STOP");
        }

        @Override
        public void resume() throws IOException {
            signal("CONT");
        }

        private void signal(String name) throws IOException {
            int exit = new ProcessBuilder(List.of("kill", "-" + name, Long.toString(process.pid())))
                    .start()
                    .onExit()
                    .join()
                    .exitValue();
            if (exit != 0) {
                throw new IOException("SIG" + name + " did not reach Redis");
            }
        }
    }
}
