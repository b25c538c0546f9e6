package io.dramatis.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** A process that is started by a command line and writes to a log file. */
final class ChildProcess implements Component {

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path folder;
    private final List<Endpoint> endpoints;
    private final ProcessLog log;
    private final Duration patience;
    private final Callable<Boolean> readiness;
    private Process process;

    ChildProcess(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path folder,
            List<Endpoint> endpoints,
            ProcessLog log,
            Duration patience,
            Callable<Boolean> readiness) {
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.folder = folder;
        this.endpoints = List.copyOf(endpoints);
        this.log = log;
        this.patience = patience;
        this.readiness = readiness;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Endpoint> listensOn() {
        return endpoints;
    }

    @Override
    public ProcessLog log() {
        return log;
    }

    @Override
    public Duration patience() {
        return patience;
    }

    @Override
    public ProcessHandle launch() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Processes.ownSession(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
        builder.environment().putAll(environment);
        process = builder.start();
        return process.toHandle();
    }

    @Override
    public boolean isReady() throws Exception {
        return readiness.call();
    }

    @Override
    public boolean stop(Duration grace) throws InterruptedException {
        return process == null || Processes.end(process.toHandle(), grace);
    }

    @Override
    public String exit() throws InterruptedException {
        // The system knows of its end a moment before this JVM does.
        if (process == null || !process.waitFor(1, TimeUnit.SECONDS)) {
            return "unknown";
        }
        int code = process.exitValue();
        return code > 128 ? code + ", signal " + (code - 128) : Integer.toString(code);
    }
}
