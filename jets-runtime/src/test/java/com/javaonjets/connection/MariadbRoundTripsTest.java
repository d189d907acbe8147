package com.javaonjets.connection;

final class MariadbRoundTripsTest extends RoundTripsContract {

    MariadbRoundTripsTest() {
        super(Server.MARIADB, 1, Trips.MYSQL);
    }
}
