package com.javaonjets.connection;

import com.javaonjets.testing.RealMysql;

@RealMysql
final class MysqlPoolRoundTripsTest extends RoundTripsContract {

    MysqlPoolRoundTripsTest() {
        super(Server.MYSQL, 3, Trips.MYSQL);
    }
}
