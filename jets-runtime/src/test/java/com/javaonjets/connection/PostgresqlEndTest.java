package com.javaonjets.connection;

final class PostgresqlEndTest extends EndContract {

    PostgresqlEndTest() {
        super(Server.POSTGRESQL);
    }
}
