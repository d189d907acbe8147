package com.javaonjets.migration;

import com.javaonjets.testing.RealMysql;
import com.javaonjets.testing.TestServers;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@RealMysql
final class MysqlCrowdTest implements CrowdContract {

    private MigrationProject project;

    @BeforeEach
    void makeProject(@TempDir Path folder) {
        project = MigrationProject.of(TestServers.mysql(), folder.resolve("migrate"));
    }

    @Override
    public MigrationProject project() {
        return project;
    }

    @Override
    public String pause() {
        return "do sleep(0.2)";
    }
}
