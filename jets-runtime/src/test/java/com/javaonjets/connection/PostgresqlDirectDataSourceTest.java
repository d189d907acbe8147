package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.config.Adapter;
import com.javaonjets.testing.TestConfig;
import org.junit.jupiter.api.Test;

final class PostgresqlDirectDataSourceTest extends DirectDataSourceContract {

    PostgresqlDirectDataSourceTest() {
        super(Server.POSTGRESQL);
    }

    /** pgjdbc quotes the whole URL, so its words and its exception are left out. */
    @Test
    void quotesNoUrl() {
        DirectDataSource source = DirectDataSource.of(TestConfig.of(Adapter.POSTGRESQL, "a", 1, "blog")
                .withJdbcUrl("jdbc:postgresql://a:port/blog?password=secret")
                .build());

        assertThatThrownBy(source::getConnection)
                .hasNoCause()
                .hasMessage(
                        "cannot connect to postgresql at a:1, database 'blog', user 'app': the driver cannot read the"
                                + " url of environment test; expected jdbc:postgresql://HOST:PORT/DATABASE");
    }
}
