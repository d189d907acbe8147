package com.javaonjets.connection;

final class PostgresqlSnapStartTest extends SnapStartContract {

    PostgresqlSnapStartTest() {
        super(Server.POSTGRESQL);
    }
}
