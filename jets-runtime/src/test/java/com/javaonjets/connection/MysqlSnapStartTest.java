package com.javaonjets.connection;

import com.javaonjets.testing.RealMysql;

@RealMysql
final class MysqlSnapStartTest extends SnapStartContract {

    MysqlSnapStartTest() {
        super(Server.MYSQL);
    }
}
