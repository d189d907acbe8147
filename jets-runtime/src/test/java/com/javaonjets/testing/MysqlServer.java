package com.javaonjets.testing;

import com.javaonjets.config.Adapter;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The MySQL server that the environment names. */
final class MysqlServer {

    private MysqlServer() {}

    static TestServer given() {
        String url = System.getenv(TestServers.REAL_MYSQL_URL);
        if (url == null) {
            throw new IllegalStateException(TestServers.REAL_MYSQL_URL + " is not set");
        }
        URI uri = URI.create(url.substring("jdbc:".length()));
        Map<String, String> login = parameters(uri.getQuery());
        TestConfig account = TestConfig.of(
                        Adapter.MYSQL,
                        uri.getHost(),
                        uri.getPort(),
                        uri.getPath().substring(1))
                .withLogin(login.getOrDefault("user", ""), login.getOrDefault("password", ""));
        return TestServer.announced(account, "MySQL", "select version()").cleanedUpAtExit();
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String parameter : query.split("&", -1)) {
            String[] pair = parameter.split("=", 2);
            parameters.put(pair[0], pair[1]);
        }
        return parameters;
    }
}
