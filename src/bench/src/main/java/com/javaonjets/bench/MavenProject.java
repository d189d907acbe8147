package com.javaonjets.bench;

import com.javaonjets.generate.MigrationGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A project with migrations that Jets' goal and Flyway's both apply. */
final class MavenProject {

    /** Flyway's plugin takes the drivers and the modules for databases as dependencies; Jets' brings them. */
    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.example</groupId>
              <artifactId>bench</artifactId>
              <version>1</version>
              <packaging>pom</packaging>
              <build>
                <plugins>
                  <plugin>
                    <groupId>com.javaonjets</groupId>
                    <artifactId>jets-maven-plugin</artifactId>
                    <version>@jets@</version>
                  </plugin>
                  <plugin>
                    <groupId>org.flywaydb</groupId>
                    <artifactId>flyway-maven-plugin</artifactId>
                    <version>@flyway@</version>
                    <configuration>
                      <locations>
                        <location>filesystem:db/migrate</location>
                      </locations>
                    </configuration>
                    <dependencies>
                      <dependency>
                        <groupId>org.flywaydb</groupId>
                        <artifactId>flyway-database-postgresql</artifactId>
                        <version>@flyway@</version>
                      </dependency>
                      <dependency>
                        <groupId>org.flywaydb</groupId>
                        <artifactId>flyway-mysql</artifactId>
                        <version>@flyway@</version>
                      </dependency>
                      <dependency>
                        <groupId>org.postgresql</groupId>
                        <artifactId>postgresql</artifactId>
                        <version>@postgresql@</version>
                      </dependency>
                      <dependency>
                        <groupId>com.mysql</groupId>
                        <artifactId>mysql-connector-j</artifactId>
                        <version>@mysql@</version>
                      </dependency>
                    </dependencies>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    private static final List<String> VERSIONS = List.of("jets", "flyway", "postgresql", "mysql");

    private final Path folder;

    private MavenProject(Path folder) {
        this.folder = folder;
    }

    /** Writes it, with so many migrations of three kinds, as the generator writes them. */
    static MavenProject create(Path folder, Target target, int migrations) throws IOException {
        MavenProject project = new MavenProject(folder);
        Files.createDirectories(folder.resolve("config"));
        String pom = POM;
        for (String name : VERSIONS) {
            pom = pom.replace("@" + name + "@", setting(name));
        }
        Files.writeString(folder.resolve("pom.xml"), pom);
        if (!Files.exists(folder.resolve("db/migrate"))) {
            project.generate(target, migrations);
        }
        return project;
    }

    /** What ./bench tells. */
    private static String setting(String name) {
        return Objects.requireNonNull(System.getProperty("bench." + name), name);
    }

    private void generate(Target target, int migrations) {
        MigrationGenerator generator =
                MigrationGenerator.of(target.adapter(), folder.resolve("db/migrate"), Clock.systemUTC());
        for (int i = 0; i < migrations; i++) {
            String table = "table" + i / 3 + "_rows";
            switch (i % 3) {
                case 0 -> generator.generate("create_" + table, "title:string body:text");
                case 1 -> generator.generate("add_position_to_" + table, "position:integer:index");
                default -> generator.generate("add_score_to_" + table, "score:bigint");
            }
        }
    }

    /** Applies all by Jets' goal, in a Maven process, and returns the seconds that took. */
    double jets(Target target) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("config/database.yml"), """
                development:
                  adapter: %s
                  url: "%s"
                """.formatted(target.adapter(), target.databaseUrl()));
        return seconds(List.of("jets:db-migrate"));
    }

    /** Applies all by Flyway's goal. */
    double flyway(Target target) throws IOException, InterruptedException {
        return seconds(List.of(
                "flyway:migrate",
                "-Dflyway.url=" + target.jdbcUrl(),
                "-Dflyway.user=" + target.user(),
                "-Dflyway.password=" + target.password()));
    }

    private double seconds(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("mvn", "-B", "-ntp", "-s", setting("settings"), "-Dmaven.repo.local=" + setting("repository")));
        command.addAll(arguments);
        Path log = folder.resolve("maven.log");
        long start = System.nanoTime();
        int status = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (status != 0) {
            throw new IOException(String.join(" ", arguments.subList(0, 1)) + " failed; see " + log);
        }
        return seconds;
    }
}
