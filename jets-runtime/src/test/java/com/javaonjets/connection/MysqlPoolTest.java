package com.javaonjets.connection;

import com.javaonjets.testing.RealMysql;

@RealMysql
final class MysqlPoolTest extends ConnectionsContract {

    MysqlPoolTest() {
        super(Server.MYSQL, 3);
    }
}
