package io.dramatis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a person meets it in the terminal, around services that only pretend. */
class LauncherIT {

    private static final Duration START = Duration.ofSeconds(60);

    @TempDir
    private Path repository;

    private final List<Process> launchers = new ArrayList<>();
    private final Ports ports = Ports.free();

    @BeforeEach
    void services() throws IOException {
        StandInService.packageAll(repository);
    }

    @AfterEach
    void stopAll() throws InterruptedException {
        for (Process launcher : launchers) {
            launcher.destroy();
            launcher.waitFor();
        }
    }

    private Process launch(String log, String... options) throws IOException {
        List<String> command = new ArrayList<>(Jvm.command(48, Jvm.Compiler.SMALL, Jvm.sameClassPath()));
        command.add(Launcher.class.getName());
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(repository.resolve(log).toFile());
        builder.environment().put("DRAMATIS_HOME", repository.toString());
        for (Endpoint endpoint : Endpoint.values()) {
            builder.environment().put(endpoint.variable(), Integer.toString(ports.of(endpoint)));
        }
        Process launcher = builder.start();
        launchers.add(launcher);
        return launcher;
    }

    private String said(String log) throws IOException {
        return Files.readString(repository.resolve(log));
    }

    private void awaitReady(String log) {
        await().atMost(START).until(() -> said(log).contains("Ctrl-C stops everything"));
    }

    @Test
    void startsInOrderSaysWhereEverythingIsAndStopsWithoutATrace() throws Exception {
        Process launcher = launch("up.txt");
        awaitReady("up.txt");
        List<ProcessHandle> processes = new ArrayList<>(launcher.descendants().toList());
        processes.add(ProcessHandle.of(postmaster()).orElseThrow());

        assertThat(said("up.txt"))
                .containsSubsequence(
                        "collection-service", "catalog-service", "search-gateway", "Dramatis is ready after")
                .contains("http://localhost:" + ports.of(Endpoint.GATEWAY) + "/api/docs")
                .contains("http://localhost:" + ports.of(Endpoint.PORTRAIT_MANAGEMENT) + "/q/metrics")
                .contains("demo / demo1234")
                .contains(repository.resolve(".dramatis/logs").toString())
                .doesNotContain("INFO");
        assertThat(repository.resolve(".dramatis/logs/portrait-service.log"))
                .content()
                .contains("database postgresql://127.0.0.1:" + ports.of(Endpoint.POSTGRES) + "/portrait");
        assertThat(processes).hasSizeGreaterThanOrEqualTo(6);

        launcher.destroy();

        assertThat(launcher.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(processes).noneMatch(Processes::isAlive);
        assertThat(said("up.txt")).contains("Everything is stopped");
    }

    @Test
    void refusesASecondLauncherOnTheSameDataAndLeavesTheFirstAlone() throws Exception {
        Process first = launch("first.txt");
        awaitReady("first.txt");

        Process second = launch("second.txt", "--reset");

        assertThat(second.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(said("second.txt")).contains("Another launcher is running on " + repository.resolve(".dramatis"));
        assertThat(first.isAlive()).isTrue();
        assertThat(ProcessHandle.of(postmaster())).hasValueSatisfying(Processes::isAlive);
    }

    @Test
    void stopsWhatItHasStartedWhenItIsEndedDuringTheStart() throws Exception {
        Process launcher = launch("early.txt");
        await().atMost(START).until(() -> said("early.txt").contains("kafka"));
        List<ProcessHandle> processes = launcher.descendants().toList();

        launcher.destroy();

        assertThat(launcher.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(processes).isNotEmpty().noneMatch(Processes::isAlive);
        assertThat(said("early.txt")).doesNotContain("Dramatis is ready").doesNotContain("Exception");
        assertThat(repository.resolve(".dramatis/run")).isEmptyDirectory();
    }

    @Test
    void forgetsTheDataWhenAskedTo() throws Exception {
        Process first = launch("first.txt");
        awaitReady("first.txt");
        Path image = Files.writeString(repository.resolve(".dramatis/images/portrait.png"), "png");
        first.destroy();
        first.waitFor();

        launch("second.txt");
        awaitReady("second.txt");
        assertThat(image).exists();
        launchers.get(1).destroy();
        launchers.get(1).waitFor();

        launch("third.txt", "--reset");
        awaitReady("third.txt");
        assertThat(image).doesNotExist();
        assertThat(said("third.txt")).contains("Forgot the data under");
    }

    @Test
    void saysWhyAServiceDidNotStart() throws Exception {
        Path jar = Service.CATALOG.jar(repository);
        Files.writeString(jar, "not a jar");

        Process launcher = launch("broken.txt");

        assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(launcher.exitValue()).isEqualTo(1);
        assertThat(said("broken.txt"))
                .contains("catalog-service ended while it started (exit code 1)")
                // Why, in the JVM's own words, which differ from one to the next.
                .contains("catalog-service.log:\nError: ")
                .contains(jar.toString());
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(repository.resolve(".dramatis/postgres/postmaster.pid"))
                .get(0));
    }
}
