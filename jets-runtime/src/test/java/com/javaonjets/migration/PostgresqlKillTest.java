package com.javaonjets.migration;

import com.javaonjets.testing.TestServers;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
final class PostgresqlKillTest implements KillContract {

    @TempDir
    private Path folder;

    private final AtomicInteger projects = new AtomicInteger();

    @Override
    public MigrationProject newProject() {
        return MigrationProject.of(
                TestServers.postgresql(), folder.resolve(Integer.toString(projects.incrementAndGet())));
    }

    @Override
    public String first(int steps) {
        return steps == 0 ? "create table a" : "update a set";
    }
}
