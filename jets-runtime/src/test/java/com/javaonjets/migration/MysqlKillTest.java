package com.javaonjets.migration;

import com.javaonjets.testing.RealMysql;
import com.javaonjets.testing.TestServers;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@RealMysql
final class MysqlKillTest implements KillContract {

    @TempDir
    private Path folder;

    private final AtomicInteger projects = new AtomicInteger();

    @Override
    public MigrationProject newProject() {
        return MigrationProject.of(TestServers.mysql(), folder.resolve(Integer.toString(projects.incrementAndGet())));
    }

    @Override
    public String first(int steps) {
        return "jets_statements` (migration, ordinal";
    }
}
