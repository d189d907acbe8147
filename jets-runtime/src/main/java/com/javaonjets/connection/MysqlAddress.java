package com.javaonjets.connection;

import com.javaonjets.config.DatabaseConfig;
import com.mysql.cj.conf.DatabaseUrlContainer;
import com.mysql.cj.conf.HostInfo;
import com.mysql.cj.jdbc.ConnectionImpl;
import com.mysql.cj.jdbc.NonRegisteringDriver;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where a connection of Connector/J leads whose host, port and database are known, and for which the user sets no property of
 * the driver: to find all that out is what {@link NonRegisteringDriver#connect} does first, at a thirtieth of a cold start.
 * A class apart, so that {@link MysqlProfile} can be loaded without the driver.
 */
final class MysqlAddress implements DatabaseUrlContainer {

    private final String url;

    private MysqlAddress(String url) {
        this.url = url;
    }

    /** Connects by the class of the driver's connections. */
    static @Nullable Connection connect(Target target, Properties properties) throws SQLException {
        Map<String, String> others = new HashMap<>();
        for (String name : properties.stringPropertyNames()) {
            others.put(name, properties.getProperty(name));
        }
        String user = others.remove("user");
        String password = others.remove("password");
        others.put("dbname", target.database());
        DatabaseConfig config = target.config();
        MysqlAddress address = new MysqlAddress(target.url());
        try {
            return ConnectionImpl.getInstance(
                    new HostInfo(address, config.host(), config.port(), user, password, others));
        } catch (NoSuchMethodError otherVersion) {
            return new NonRegisteringDriver().connect(target.url(), properties);
        }
    }

    /** For the driver's metadata, and as the key of what it caches of a server. */
    @Override
    public String getDatabaseUrl() {
        return url;
    }
}
