package io.dramatis.local;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A shell that outlives a launcher which was killed, and ends its children then. It is told of each child over its
 * standard input; the end of that input without a farewell is the launcher's death.
 */
final class Guardian implements AutoCloseable {

    private final Process shell;
    private final BufferedWriter orders;

    private Guardian(Process shell) {
        this.shell = shell;
        this.orders = shell.outputWriter(StandardCharsets.US_ASCII);
    }

    static Guardian start() {
        try {
            Process shell = new ProcessBuilder(Processes.ownSession(List.of("sh", "-c", script())))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Guardian(shell);
        } catch (IOException e) {
            throw new UncheckedIOException("The guardian of the processes could not be started", e);
        }
    }

    private static String script() throws IOException {
        try (InputStream script = Guardian.class.getResourceAsStream("guardian.sh")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    synchronized void watch(ProcessHandle process) {
        order("+ " + process.pid());
    }

    synchronized void forget(ProcessHandle process) {
        order("- " + process.pid());
    }

    private void order(String line) {
        try {
            orders.write(line);
            orders.newLine();
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The guardian of the processes is gone", e);
        }
    }

    ProcessHandle process() {
        return shell.toHandle();
    }

    /** Ends at once when everything was forgotten, otherwise once it has ended the rest. */
    @Override
    public void close() {
        try {
            orders.close();
            shell.waitFor(10, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException("The guardian of the processes is gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
