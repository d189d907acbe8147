package com.javaonjets.maven;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.concurrent.CountDownLatch;

/**
 * Servers in the foreground, until a signal ends this process.
 *
 * @param talks whether the end is told of
 */
record Foreground(Servers servers, boolean talks) {

    /** Does not return, save by an interruption: a signal ends the process while this waits. */
    void await() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "jets-foreground"));
        new CountDownLatch(1).await();
    }

    /** The line looks as Maven's, whose own streams may be closed by then. It begins below the terminal's ^C. */
    private void end() {
        say("");
        say(
                servers.stop()
                        ? "[INFO] stopped"
                        : "[INFO] left running, since another process uses it; it stops with the last of those that do");
    }

    private void say(String line) {
        if (talks) {
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, Charset.defaultCharset()).println(line);
        }
    }
}
