package com.javaonjets.connection;

final class PostgresqlRoundTripsTest extends RoundTripsContract {

    PostgresqlRoundTripsTest() {
        super(Server.POSTGRESQL, 1, Trips.POSTGRESQL);
    }
}
