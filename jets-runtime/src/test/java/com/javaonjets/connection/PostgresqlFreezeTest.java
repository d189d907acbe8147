package com.javaonjets.connection;

final class PostgresqlFreezeTest extends FreezeContract {

    PostgresqlFreezeTest() {
        super(Server.POSTGRESQL);
    }
}
