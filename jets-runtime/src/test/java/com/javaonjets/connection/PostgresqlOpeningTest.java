package com.javaonjets.connection;

final class PostgresqlOpeningTest extends OpeningContract {

    PostgresqlOpeningTest() {
        super(Server.POSTGRESQL);
    }
}
