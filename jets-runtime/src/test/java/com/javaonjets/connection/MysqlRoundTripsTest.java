package com.javaonjets.connection;

import com.javaonjets.testing.RealMysql;

@RealMysql
final class MysqlRoundTripsTest extends RoundTripsContract {

    MysqlRoundTripsTest() {
        super(Server.MYSQL, 1, Trips.MYSQL);
    }
}
