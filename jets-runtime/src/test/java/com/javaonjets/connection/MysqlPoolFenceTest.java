package com.javaonjets.connection;

import com.javaonjets.testing.RealMysql;

@RealMysql
final class MysqlPoolFenceTest extends FenceContract {

    MysqlPoolFenceTest() {
        super(Server.MYSQL, 3);
    }
}
