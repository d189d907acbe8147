package com.javaonjets;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.ConfigurationCompiler;
import com.javaonjets.config.DatabaseConfig;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a function loads from its JVM's start to its first row, with what a new project's build has put into its jar. */
abstract class ColdStartContract {

    /** Beyond what the driver alone loads: on JDK 17 less than that on PostgreSQL, some 40 more on MySQL. */
    private static final int MOST_CLASSES = 80;

    private static final List<String> IN_THE_JAR =
            List.of("HikariCP-", "snakeyaml-", "slf4j-", "postgresql-42", "mysql-connector-");

    private final DatabaseConfig config;

    @TempDir
    private Path folder;

    ColdStartContract(DatabaseConfig config) {
        this.config = config;
    }

    @Test
    void loadsWhatTheDriverLoadsAndLittleElse() throws Exception {
        compileConfiguration();

        List<String> driver = classes(List.of(jdbcUrl(), user(), password()), Map.of());
        List<String> jets = classes(List.of(), variables());

        assertThat(jets).noneMatch(name -> name.startsWith("com.zaxxer.hikari"));
        assertThat(jets).noneMatch(name -> name.startsWith("org.yaml.snakeyaml"));
        assertThat(jets).noneMatch(name -> name.startsWith("org.slf4j"));
        assertThat(jets).noneMatch(name -> name.startsWith("com.javaonjets") && name.contains("$$Lambda"));
        assertThat(jets.size() - driver.size()).isLessThan(MOST_CLASSES);
    }

    @Test
    void readsTheFileItselfWhereTheBuildHasMadeNothingOfIt() throws Exception {
        writeConfiguration();

        assertThat(classes(List.of(), variables())).anyMatch(name -> name.startsWith("org.yaml.snakeyaml"));
    }

    private void compileConfiguration() throws IOException {
        writeConfiguration();
        ConfigurationCompiler.compile(folder);
    }

    private void writeConfiguration() throws IOException {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(folder.resolve("config/database.yml"), """
                default: &default
                  adapter: %s

                production:
                  <<: *default
                  url: ${DATABASE_URL:?the test sets it}
                """.formatted(config.adapter()));
    }

    private Map<String, String> variables() {
        return Map.of(
                "JETS_ENV",
                "production",
                "DATABASE_URL",
                config.adapter() + "://" + user() + ":" + password() + "@127.0.0.1:" + config.port() + "/"
                        + config.database());
    }

    private String jdbcUrl() {
        return "jdbc:" + config.adapter() + "://127.0.0.1:" + config.port() + "/" + config.database()
                + (config.adapter() == Adapter.MYSQL
                        ? "?sslMode=DISABLED&allowPublicKeyRetrieval=true"
                        : "?sslmode=disable");
    }

    private String user() {
        return config.username().orElse("");
    }

    private String password() {
        return config.password().orElse("");
    }

    /** The names of the classes that a start loads. */
    private List<String> classes(List<String> arguments, Map<String, String> variables) throws Exception {
        Path log = folder.resolve("classes");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:+UseSerialGC");
        command.add("-Xlog:class+load:file=" + log);
        command.add("-cp");
        command.add(classPath());
        command.add(ColdStart.class.getName());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(variables);
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(printed.strip()).isEqualTo("7");
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains(" source: "))
                .map(line -> line.substring(line.lastIndexOf(']') + 1).strip().split(" ", 2)[0])
                .toList();
    }

    private String classPath() {
        List<String> classPath = new ArrayList<>();
        classPath.add(folder.toString());
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            String name = Path.of(entry).getFileName().toString();
            if (name.endsWith("classes") || IN_THE_JAR.stream().anyMatch(name::startsWith)) {
                classPath.add(entry);
            }
        }
        return String.join(File.pathSeparator, classPath);
    }
}
