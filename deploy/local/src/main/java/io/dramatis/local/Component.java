package io.dramatis.local;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** One part of the platform that runs as a process of its own. Not safe for use by several threads at once. */
interface Component {

    String name();

    /** The ports that must be free before it is launched. */
    List<Endpoint> listensOn();

    ProcessLog log();

    /** How long it may take from its launch until it is ready. */
    Duration patience();

    /** Brings the process up and returns it; it need not be ready. */
    ProcessHandle launch() throws IOException, InterruptedException;

    /** Whether it does its work by now. Asked repeatedly; a failure of any kind means not yet. */
    boolean isReady() throws Exception;

    /** Ends the process, by force once {@code grace} is over. Returns whether it ended by itself. */
    boolean stop(Duration grace) throws InterruptedException;

    /** The exit code of the process that has ended, where there is one to know. */
    String exit() throws InterruptedException;
}
