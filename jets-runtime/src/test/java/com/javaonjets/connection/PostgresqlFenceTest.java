package com.javaonjets.connection;

final class PostgresqlFenceTest extends FenceContract {

    PostgresqlFenceTest() {
        super(Server.POSTGRESQL, 1);
    }
}
