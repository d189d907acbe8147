package com.javaonjets.connection;

import com.javaonjets.testing.RealMysql;

@RealMysql
final class MysqlConnectionsTest extends ConnectionsContract {

    MysqlConnectionsTest() {
        super(Server.MYSQL, 1);
    }
}
