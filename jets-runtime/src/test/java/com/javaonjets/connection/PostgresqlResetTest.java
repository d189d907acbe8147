package com.javaonjets.connection;

final class PostgresqlResetTest extends ResetContract {

    PostgresqlResetTest() {
        super(Server.POSTGRESQL, Words.POSTGRESQL);
    }
}
