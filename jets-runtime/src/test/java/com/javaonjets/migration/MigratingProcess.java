package com.javaonjets.migration;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.TestConfig;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A migrator in a JVM of its own, which waits to be told to begin, tells what it does, and can be killed. */
final class MigratingProcess {

    private static final int MINUTES = 3;
    private static final String READY = "ready";

    private final Path log;
    private final Process process;

    /** @param steps how many to take back; 0 to migrate */
    MigratingProcess(DatabaseConfig config, int port, Path folder, int steps) throws IOException {
        this(config, port, folder, steps, folder.getFileName().toString());
    }

    /** One of several that migrate by the same folder. */
    static MigratingProcess oneOfSeveral(MigrationProject project, int number) throws IOException {
        return new MigratingProcess(project.config(), project.config().port(), project.folder(), 0, "process" + number);
    }

    private MigratingProcess(DatabaseConfig config, int port, Path folder, int steps, String name) throws IOException {
        log = folder.resolveSibling(name + ".log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:+UseSerialGC");
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator));
        command.add(MigratingProcess.class.getName());
        command.addAll(List.of(
                config.adapter().name(),
                Integer.toString(port),
                config.database(),
                config.username().orElseThrow(),
                config.password().orElseThrow(),
                folder.toString(),
                Integer.toString(steps)));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** Lets it begin, once its classes are there and its files are named. */
    MigratingProcess begin() throws IOException {
        process.getOutputStream().close();
        return this;
    }

    boolean isReady() throws IOException {
        return log().contains(READY) || !process.isAlive();
    }

    /** As the system does it: no hook runs, and no socket is closed by the program. */
    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns what it ended with. */
    int await() throws InterruptedException {
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            kill();
        }
        return process.exitValue();
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    /** What runs in that JVM. */
    public static void main(String[] words) throws IOException {
        TestConfig config = TestConfig.of(Adapter.valueOf(words[0]), "127.0.0.1", Integer.parseInt(words[1]), words[2])
                .withLogin(words[3], words[4])
                .withSsl("disable");
        if (words[0].equals("MYSQL")) {
            config = config.withProperties(Map.of("allowPublicKeyRetrieval", "true"));
        }
        Migrator migrator = Migrator.of(config.build(), List.of(Path.of(words[5])), new Printing());
        System.out.println(READY);
        System.in.read();
        int steps = Integer.parseInt(words[6]);
        if (steps == 0) {
            System.out.println("applied " + migrator.migrate().size());
        } else {
            migrator.rollback(steps);
        }
    }

    private record Printing() implements MigrationListener {

        @Override
        public void starting(Migration migration, Direction direction) {}

        @Override
        public void finished(Migration migration, Direction direction, Duration took) {}

        @Override
        public void waiting(String holder) {
            System.out.println("waits for " + holder);
        }
    }
}
