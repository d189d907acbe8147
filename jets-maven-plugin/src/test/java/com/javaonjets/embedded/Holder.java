package com.javaonjets.embedded;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.EmbeddedServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another process that holds a lease until it is told to end, or killed: as another build does. */
final class Holder implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private Holder(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    static Holder start(Path project, Adapter adapter) throws IOException {
        return start(List.of(), project, adapter);
    }

    /** With words before its command. */
    static Holder start(List<String> prefix, Path project, Adapter adapter) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                project.toString(),
                adapter.toString()));
        return new Holder(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** In the other process. */
    public static void main(String[] args) throws IOException {
        try (Lease lease = EmbeddedDatabase.join(Path.of(args[0]), Adapter.fromString(args[1]), Servers.binaries())) {
            System.out.println(lease.server());
            int end = System.in.read();
            System.out.println("ended by " + end);
        }
    }

    /** What {@link EmbeddedServer#toString()} says of its server, once it has the lease. */
    String server() throws IOException {
        return output.readLine();
    }

    long pid() {
        return process.pid();
    }

    void awaitEnd() {
        process.onExit().join();
    }

    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        output.close();
    }
}
