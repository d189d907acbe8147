package com.javaonjets.connection;

final class PostgresqlPoolFenceTest extends FenceContract {

    PostgresqlPoolFenceTest() {
        super(Server.POSTGRESQL, 3);
    }
}
