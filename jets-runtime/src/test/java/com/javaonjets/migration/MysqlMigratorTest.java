package com.javaonjets.migration;

import com.javaonjets.testing.RealMysql;
import com.javaonjets.testing.TestServers;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

@RealMysql
final class MysqlMigratorTest
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
        project = MigrationProject.of(TestServers.mysql(), folder);
    }

    @Override
    public MigrationProject project() {
        return project;
    }

    @Override
    public int tripsOfAMigration() {
        return 23;
    }
}
