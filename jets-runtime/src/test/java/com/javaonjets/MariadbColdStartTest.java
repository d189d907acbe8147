package com.javaonjets;

import com.javaonjets.testing.TestServers;

final class MariadbColdStartTest extends ColdStartContract {

    MariadbColdStartTest() {
        super(TestServers.mariadb());
    }
}
