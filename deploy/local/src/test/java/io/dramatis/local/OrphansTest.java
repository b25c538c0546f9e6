package io.dramatis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the children of a launcher that was killed. */
class OrphansTest {

    @TempDir
    private Path run;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void endAll() {
        processes.forEach(Process::destroyForcibly);
    }

    private Process sleeper() throws IOException {
        Process process = new ProcessBuilder("sleep", "300").start();
        processes.add(process);
        return process;
    }

    @Test
    void theNextLauncherEndsRecordedProcesses() throws Exception {
        Process left = sleeper();
        new ProcessRecords(run).add("catalog-service", left.toHandle());

        List<String> ended = new ProcessRecords(run).endLeftovers(Duration.ofSeconds(2));

        assertThat(ended).containsExactly("catalog-service");
        assertThat(left.isAlive()).isFalse();
        assertThat(run).isEmptyDirectory();
    }

    @Test
    void theNextLauncherSparesAProcessThatOnlyHasTheSameId() throws Exception {
        Process stranger = sleeper();
        Files.writeString(
                run.resolve("kafka.pid"), stranger.pid() + " " + Instant.now().minusSeconds(3600) + "\n");
        Files.writeString(run.resolve("postgres.pid"), Long.toString(stranger.pid()));

        List<String> ended = new ProcessRecords(run).endLeftovers(Duration.ofSeconds(2));

        assertThat(ended).isEmpty();
        assertThat(stranger.isAlive()).isTrue();
        assertThat(run).isEmptyDirectory();
    }

    @Test
    void theGuardianEndsWhatItStillWatchesWhenItsLauncherIsGone() throws Exception {
        Process watched = sleeper();
        Process second = sleeper();
        Process released = sleeper();
        Guardian guardian = Guardian.start();
        guardian.watch(released.toHandle());
        guardian.watch(watched.toHandle());
        guardian.watch(second.toHandle());
        guardian.forget(released.toHandle());

        guardian.close();

        await().atMost(Duration.ofSeconds(5)).until(() -> !watched.isAlive() && !second.isAlive());
        assertThat(released.isAlive()).isTrue();
        assertThat(guardian.process().isAlive()).isFalse();
    }

    @Test
    void theGuardianEndsByForceWhatDoesNotListen() throws Exception {
        Process deaf = new ProcessBuilder("sh", "-c", "trap '' TERM; while :; do sleep 1; done").start();
        processes.add(deaf);
        Guardian guardian = Guardian.start();
        guardian.watch(deaf.toHandle());

        guardian.close();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> !deaf.isAlive() && !guardian.process().isAlive());
    }
}
