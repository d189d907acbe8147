package com.javaonjets.connection;

final class PostgresqlConnectionsTest extends ConnectionsContract {

    PostgresqlConnectionsTest() {
        super(Server.POSTGRESQL, 1);
    }
}
