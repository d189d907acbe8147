package com.javaonjets.connection;

final class PostgresqlLimitsTest extends LimitsContract {

    PostgresqlLimitsTest() {
        super(Server.POSTGRESQL);
    }
}
