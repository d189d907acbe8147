package com.javaonjets.connection;

import com.javaonjets.config.DatabaseConfig;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What the driver is told of a connection that is opened for a while, wherever that was written. */
public final class DriverSettings {

    private DriverSettings() {}

    /**
     * The driver's properties by name, whose case does not matter: what the user gave in the file and in the query of
     * the URL, and the defaults, such as those of TLS. User and password are left out.
     */
    public static Map<String, String> of(DatabaseConfig config) {
        Map<String, String> settings = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Target target = Target.database(config, false);
        addQuery(settings, target.url());
        Properties properties = target.properties();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        settings.keySet().removeAll(List.of("user", "password"));
        return settings;
    }

    private static void addQuery(Map<String, String> settings, String url) {
        int query = url.indexOf('?');
        if (query < 0) {
            return;
        }
        for (String parameter : url.substring(query + 1).split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                settings.put(parameter.substring(0, equals), decoded(parameter.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
}
