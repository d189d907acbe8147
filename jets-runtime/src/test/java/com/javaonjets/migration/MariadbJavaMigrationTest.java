package com.javaonjets.migration;

import com.javaonjets.testing.TestServers;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class MariadbJavaMigrationTest implements JavaMigrationContract {

    @TempDir
    private Path folder;

    private MigrationProject project;

    @BeforeEach
    void makeProject() {
        project = MigrationProject.of(TestServers.mariadb(), folder.resolve("migrations"));
    }

    @Override
    public MigrationProject project() {
        return project;
    }

    @Override
    public Path classes() {
        return folder.resolve("classes");
    }
}
