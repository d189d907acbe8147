package com.javaonjets;

import com.javaonjets.testing.TestServers;

final class PostgresqlColdStartTest extends ColdStartContract {

    PostgresqlColdStartTest() {
        super(TestServers.postgresql());
    }
}
