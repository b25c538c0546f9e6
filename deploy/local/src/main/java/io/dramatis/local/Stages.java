package io.dramatis.local;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

/** The platform's processes: started stage by stage, each stage's at the same time, kept running, stopped in reverse. */
final class Stages {

    /** Four stages are stopped one after the other, within the 20 s that a person waits for Ctrl-C. */
    static final Duration GRACE = Duration.ofSeconds(4);

    private static final Duration LOG_CHECK = Duration.ofSeconds(30);

    private final LocalConfig config;
    private final Consumer<String> report;
    private final List<List<Supervised>> stages = new ArrayList<>();
    private ProcessRecords records;
    private Guardian guardian;
    private ScheduledExecutorService scheduler;
    private boolean stopping;

    Stages(LocalConfig config, Consumer<String> report) {
        this.config = config;
        this.report = report;
    }

    /** @param kept where processes are written down, so that none can be left behind */
    synchronized void open(ProcessRecords kept) throws IOException {
        records = kept;
        guardian = Guardian.start();
        scheduler = scheduler();
    }

    /** Returns when all of them are ready. */
    void start(List<Component> components) throws InterruptedException {
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

    /** Returns whether there was anything to stop. What does not end by itself is ended. */
    boolean stop() {
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
        close();
        return !reversed.isEmpty();
    }

    private synchronized void close() {
        if (scheduler != null) {
            scheduler.shutdownNow();
        }
        if (guardian != null) {
            guardian.close();
            guardian = null;
        }
    }

    private void stopStage(List<Supervised> stage, ExecutorService threads) {
        List<Future<?>> stops = new ArrayList<>();
        for (Supervised supervised : stage) {
            stops.add(threads.submit(() -> {
                if (!supervised.retire(GRACE)) {
                    report.accept(supervised.name() + " did not stop within " + GRACE.toSeconds() + " s and was ended");
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

    synchronized List<Supervised> all() {
        return stages.stream().flatMap(List::stream).toList();
    }

    Supervised find(String name) {
        return all().stream()
                .filter(supervised -> supervised.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No process of this platform is named " + name));
    }

    synchronized Optional<ProcessHandle> guardian() {
        return Optional.ofNullable(guardian).map(Guardian::process);
    }
}
