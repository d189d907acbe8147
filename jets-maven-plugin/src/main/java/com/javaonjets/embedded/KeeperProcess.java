package com.javaonjets.embedded;

import com.javaonjets.JetsException;
import com.javaonjets.config.Adapter;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A keeper that was started, until it can be joined. */
record KeeperProcess(Process process, ServerFolder folder) {

    /** A JVM that is small and quick to start, and leaves no files behind. */
    private static final List<String> JVM_OPTIONS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xms4m", "-Xmx16m", "-Xss512k", "-XX:-UsePerfData");

    static KeeperProcess start(ServerFolder folder, ServerHome home) {
        List<String> command = new ArrayList<>(Detached.prefix());
        command.add(java());
        command.addAll(JVM_OPTIONS);
        command.addAll(List.of("-cp", classPath(), Keeper.class.getName()));
        command.addAll(List.of(
                folder.project().toString(),
                folder.adapter().toString(),
                home.folder().toAbsolutePath().toString(),
                home.version()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.keeperLog().toFile());
        // Meant for the build's own JVM: agents, debuggers on a port, memory.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        return start(builder, folder);
    }

    private static KeeperProcess start(ProcessBuilder builder, ServerFolder folder) {
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return new KeeperProcess(process, folder);
        } catch (IOException e) {
            throw new JetsException(
                    "cannot start the keeper of the embedded server in " + folder.path() + ": " + e
                            + "; check that the disk has room and that the folder belongs to you",
                    e);
        }
    }

    /**
     * Whether it may still come to be joined.
     *
     * @throws JetsException if it ended for another reason than that another keeper was there or that it was done
     */
    boolean isAlive() {
        if (process.isAlive()) {
            return true;
        }
        if (process.exitValue() != 0 && process.exitValue() != Keeper.BUSY) {
            throw new JetsException("the keeper of the embedded server in " + folder.path() + " ended with exit code "
                    + process.exitValue() + Log.tail(folder.keeperLog()));
        }
        return false;
    }

    /** On Windows javaw, which has no console and so no part in its Ctrl-C. */
    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", Platform.isWindows() ? "javaw.exe" : "java")
                .toString();
    }

    private static String classPath() {
        return Stream.of(Keeper.class, Adapter.class)
                .map(KeeperProcess::source)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String source(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class " + type + " comes from no file", e);
        }
    }
}
