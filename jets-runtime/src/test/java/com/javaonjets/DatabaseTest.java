package com.javaonjets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DatabaseTest {

    private final DatabaseConfig config = TestServers.postgresql();
    private final Database database = Database.open(config, name -> config);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void isADataSource() throws SQLException {
        DataSource source = database;
        try (Connection connection = source.getConnection()) {
            assertThat(connection.getCatalog()).isEqualTo(config.database());
        }
        assertThat(source.getLoginTimeout()).isEqualTo(5);
        assertThat(source.unwrap(Database.class)).isSameAs(database);
        assertThat(source.isWrapperFor(Connection.class)).isFalse();
    }

    @Test
    void refusesToBeSetUpAgain() {
        assertThatThrownBy(() -> database.getConnection("root", "secret"))
                .isInstanceOf(SQLFeatureNotSupportedException.class)
                .hasMessage("the user stands in config/database.yml; call getConnection()");
        assertThatThrownBy(() -> database.setLoginTimeout(1))
                .isInstanceOf(SQLFeatureNotSupportedException.class)
                .hasMessage("the time limit is connect_timeout in config/database.yml");
        assertThatThrownBy(() -> database.unwrap(Connection.class))
                .isInstanceOf(SQLException.class)
                .hasMessage("com.javaonjets.Database wraps no java.sql.Connection");
    }

    @Test
    void keepsThePasswordToItself() {
        assertThat(database)
                .hasToString("postgresql at %s:%d, database '%s', user 'app'"
                        .formatted(config.host(), config.port(), config.database()));
    }
}
