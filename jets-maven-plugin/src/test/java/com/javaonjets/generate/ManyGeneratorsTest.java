package com.javaonjets.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.JetsException;
import com.javaonjets.config.Adapter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generators that run at once, in one process and in several. */
class ManyGeneratorsTest {

    private static final int EACH = 10;

    @TempDir
    private Path folder;

    /** What each of the processes runs: so many migrations of its own, and one that all of them want. */
    public static void main(String[] arguments) {
        MigrationGenerator generator = MigrationGenerator.of(Adapter.MYSQL, Path.of(arguments[0]), Clock.systemUTC());
        for (int i = 0; i < EACH; i++) {
            generator.generate("step_" + i + "_of_" + arguments[1], "");
            created(generator, "wanted_by_all_" + i);
        }
    }

    private static boolean created(MigrationGenerator generator, String name) {
        try {
            generator.generate(name, "");
            return true;
        } catch (JetsException e) {
            assertThat(e).hasMessageStartingWith("a migration named '" + name + "' exists already: ");
            return false;
        }
    }

    @Test
    void threadsTakeTurns() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> tasks = IntStream.range(0, 8)
                    .<Callable<Void>>mapToObj(number -> () -> {
                        main(new String[] {folder.toString(), "thread_" + number});
                        return null;
                    })
                    .toList();
            for (Future<Void> task : threads.invokeAll(tasks)) {
                task.get();
            }
        } finally {
            threads.shutdown();
        }
        assertWholePairs(8 * EACH + EACH);
    }

    @Test
    void processesTakeTurns() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            processes.add(process("process_" + number));
        }
        for (Process process : processes) {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
        }
        assertWholePairs(3 * EACH + EACH);
    }

    private Process process(String name) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ManyGeneratorsTest.class.getName(),
                        folder.toString(),
                        name)
                .redirectErrorStream(true)
                .start();
    }

    /** Each version once, each with both files, and nothing else in the folder. */
    private void assertWholePairs(int count) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<String> names =
                    all.map(file -> file.getFileName().toString()).sorted().toList();
            List<String> ups =
                    names.stream().filter(name -> name.startsWith("V")).toList();
            assertThat(ups).hasSize(count);
            assertThat(ups.stream().map(name -> name.substring(0, name.indexOf("__"))))
                    .doesNotHaveDuplicates();
            assertThat(names)
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    ups.stream(), ups.stream().map(name -> "U" + name.substring(1)))
                            .toList());
        }
    }
}
