package io.dramatis.local;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Keeps one component running: from its start until its stop, a process that ends is reported and replaced. */
final class Supervised {

    /** What a process must pass through so that it cannot be left behind. */
    interface Custody {
        void admit(String name, ProcessHandle process);

        void release(String name, ProcessHandle process);
    }

    private static final Duration POLL = Duration.ofMillis(100);

    private final Component component;
    private final Custody custody;
    private final ScheduledExecutorService scheduler;
    private final Consumer<String> report;
    private final Backoff backoff = new Backoff();

    private boolean wanted;
    private boolean retired;
    private boolean started;
    private ProcessHandle process;
    private long launchedAt;

    Supervised(Component component, Custody custody, ScheduledExecutorService scheduler, Consumer<String> report) {
        this.component = component;
        this.custody = custody;
        this.scheduler = scheduler;
        this.report = report;
    }

    String name() {
        return component.name();
    }

    Component component() {
        return component;
    }

    synchronized long pid() {
        if (process == null || !Processes.isAlive(process)) {
            throw new IllegalStateException(name() + " is not running");
        }
        return process.pid();
    }

    synchronized boolean isRunning() {
        return process != null && Processes.isAlive(process);
    }

    /** Returns when the component is ready. A process that ends before that is a failure, not a reason for another one. */
    void start() throws InterruptedException {
        synchronized (this) {
            if (retired) {
                throw new InterruptedException(name() + " is to be started no more");
            }
            wanted = true;
            started = false;
            launch();
        }
        try {
            awaitReady();
        } catch (LocalPlatformException e) {
            stop(Duration.ofSeconds(5));
            throw e;
        }
        synchronized (this) {
            started = true;
            if (process != null && !Processes.isAlive(process)) {
                ended(process);
            }
        }
    }

    private void endedAsynchronously(ProcessHandle last) {
        try {
            ended(last);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the process and keeps it ended. Returns whether it ended by itself. */
    synchronized boolean stop(Duration grace) throws InterruptedException {
        wanted = false;
        if (process == null) {
            return true;
        }
        boolean byItself = component.stop(grace);
        custody.release(name(), process);
        process = null;
        return byItself;
    }

    /** Stops it for good, also when somebody else is about to start it. Returns whether it ended by itself. */
    synchronized boolean retire(Duration grace) throws InterruptedException {
        retired = true;
        return stop(grace);
    }

    /** SIGKILL, as a crash would look like; supervision goes on. */
    synchronized void kill() throws InterruptedException {
        ProcessHandle victim = ProcessHandle.of(pid()).orElseThrow();
        victim.destroyForcibly();
        Processes.awaitEnd(victim, Duration.ofSeconds(5));
    }

    private void launch() throws InterruptedException {
        try {
            process = component.launch();
        } catch (IOException e) {
            throw new LocalPlatformException(name() + " could not be started: " + e.getMessage(), e);
        }
        launchedAt = System.nanoTime();
        custody.admit(name(), process);
        ProcessHandle launched = process;
        launched.onExit().thenRun(() -> endedAsynchronously(launched));
    }

    private void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + component.patience().toNanos();
        while (!isReady()) {
            if (!isWanted()) {
                throw new InterruptedException(name() + " was stopped while it started");
            }
            if (!isRunning()) {
                throw new LocalPlatformException(name() + " ended while it started (exit code " + component.exit()
                        + "). The end of " + component.log().file() + ":\n"
                        + component.log().end(20));
            }
            if (System.nanoTime() > deadline) {
                throw new LocalPlatformException(name() + " was not ready within "
                        + component.patience().toSeconds() + " s. The end of "
                        + component.log().file() + ":\n" + component.log().end(20));
            }
            TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
        }
    }

    private synchronized boolean isWanted() {
        return wanted;
    }

    private boolean isReady() throws InterruptedException {
        try {
            return component.isReady();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            // Refused connections and the like are what "not yet" looks like from outside.
            return false;
        }
    }

    private synchronized void ended(ProcessHandle last) throws InterruptedException {
        if (!wanted || !started || process == null || !process.equals(last)) {
            return;
        }
        custody.release(name(), last);
        process = null;
        Duration pause = backoff.after(Duration.ofNanos(System.nanoTime() - launchedAt));
        report.accept(name() + " has ended (exit code " + component.exit() + "); it is started again in "
                + pause.toSeconds() + " s. Log: " + component.log().file());
        scheduleRelaunch(pause);
    }

    private void scheduleRelaunch(Duration pause) {
        try {
            scheduler.schedule(this::relaunch, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The whole platform stops; nothing is started again.
            wanted = false;
        }
    }

    private void relaunch() {
        long begin = System.nanoTime();
        if (!relaunched()) {
            return;
        }
        try {
            awaitReady();
            report.accept("%s is back after %.1f s".formatted(name(), (System.nanoTime() - begin) / 1e9));
        } catch (LocalPlatformException e) {
            // One that has ended again was reported by its end.
            if (isRunning()) {
                report.accept(e.getMessage());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there is a new process now. */
    private synchronized boolean relaunched() {
        if (!wanted || process != null) {
            return false;
        }
        try {
            launch();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            Duration pause = backoff.after(Duration.ZERO);
            report.accept(name() + " could not be started again: " + e.getMessage() + "\nNext try in "
                    + pause.toSeconds() + " s.");
            scheduleRelaunch(pause);
        }
        return false;
    }
}
