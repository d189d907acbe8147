package com.javaonjets.connection;

final class MariadbPoolRoundTripsTest extends RoundTripsContract {

    MariadbPoolRoundTripsTest() {
        super(Server.MARIADB, 3, Trips.MYSQL);
    }
}
