package com.javaonjets.connection;

final class PostgresqlPoolTest extends ConnectionsContract {

    PostgresqlPoolTest() {
        super(Server.POSTGRESQL, 3);
    }
}
