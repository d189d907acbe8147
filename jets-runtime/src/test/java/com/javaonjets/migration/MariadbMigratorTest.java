package com.javaonjets.migration;

import com.javaonjets.testing.TestServers;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class MariadbMigratorTest
        implements MigrateContract,
                RollbackContract,
                StatusContract,
                RefusalContract,
                LockContract,
                RedoContract,
                SeedsContract,
                QuietContract,
                ManyContract,
                MysqlSessionContract,
                MysqlFailureContract {

    @TempDir
    private Path folder;

    private MigrationProject project;

    @BeforeEach
    void makeProject() {
        project = MigrationProject.of(TestServers.mariadb(), folder);
    }

    @Override
    public MigrationProject project() {
        return project;
    }

    @Override
    public int tripsOfAMigration() {
        return 22;
    }
}
