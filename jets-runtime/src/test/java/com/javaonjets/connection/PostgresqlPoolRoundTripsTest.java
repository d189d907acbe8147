package com.javaonjets.connection;

final class PostgresqlPoolRoundTripsTest extends RoundTripsContract {

    PostgresqlPoolRoundTripsTest() {
        super(Server.POSTGRESQL, 3, Trips.POSTGRESQL);
    }
}
