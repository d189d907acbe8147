package com.javaonjets.connection;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One address to connect to, and what the driver is told beside it.
 *
 * @param kept what the server is told where the connections live long, so that shortcuts pay
 */
record Target(DatabaseConfig config, DriverProfile profile, String url, String database, Optional<Limits> kept) {

    /** Both drivers' property for it. */
    private static final String SOCKET_FACTORY = "socketFactory";

    static Target database(DatabaseConfig config, boolean kept) {
        return kept
                ? kept(config, Limits.NONE)
                : new Target(
                        config, DriverProfile.of(config.adapter()), config.url(), config.database(), Optional.empty());
    }

    /** For connections that live long, and whose session is changed through JDBC alone. */
    static Target kept(DatabaseConfig config, Limits limits) {
        DriverProfile profile = DriverProfile.of(config.adapter());
        return new Target(
                config, profile, profile.settings(limits).into(config.url()), config.database(), Optional.of(limits));
    }

    static Target server(DatabaseConfig config) {
        DriverProfile profile = DriverProfile.of(config.adapter());
        String database = profile.maintenanceDatabase();
        Matcher url = Pattern.compile("(jdbc:[^/?]+//[^/?]+/)([^?]*)(.*)").matcher(config.url());
        if (!url.matches()) {
            throw new JetsException("the url of database '" + config.name() + "' in config/database.yml, "
                    + config.environment() + ", names no database; expected jdbc:" + config.adapter()
                    + "://HOST:PORT/DATABASE");
        }
        return new Target(config, profile, url.group(1) + database + url.group(3), database, Optional.empty());
    }

    /**
     * The driver's properties; what the user sets, in the file or in the URL, wins over the profile. Settings of the session
     * are merged.
     */
    Properties properties() {
        Properties properties = new Properties();
        properties.putAll(profile.essentials(config));
        if (kept.isPresent()) {
            properties.putAll(profile.shortcuts(config, kept.get()));
        }
        Set<String> inUrl = namesInUrl();
        if (!inUrl.isEmpty()) {
            properties.keySet().removeIf(name -> inUrl.contains(name.toString().toLowerCase(Locale.ROOT)));
        }
        properties.putAll(config.properties());
        if (kept.isPresent()) {
            SessionSettings settings = profile.settings(kept.get());
            if (!inUrl.contains(settings.property().toLowerCase(Locale.ROOT))) {
                settings.into(properties);
            }
        }
        set(properties, "user", config.username());
        set(properties, "password", config.password());
        return properties;
    }

    private static void set(Properties properties, String name, Optional<String> value) {
        if (value.isPresent()) {
            properties.setProperty(name, value.get());
        }
    }

    /** As {@link #properties()}, with sockets that can be looked at unless the user brings others. */
    Properties properties(String ticket) {
        Properties properties = properties();
        if (!config.properties().containsKey(SOCKET_FACTORY) && !namesInUrl().contains("socketfactory")) {
            properties.putAll(profile.sockets(ticket));
        }
        return properties;
    }

    /** Whether the limit of reads is ours, for the opening alone, and not the user's, for good. */
    boolean limitsReadsWhileOpening() {
        return !config.properties().containsKey(profile.readTimeout())
                && !namesInUrl().contains(profile.readTimeout().toLowerCase(Locale.ROOT));
    }

    private Set<String> namesInUrl() {
        Set<String> names = new HashSet<>();
        int query = url.indexOf('?');
        if (query >= 0) {
            for (String parameter : url.substring(query + 1).split("&", -1)) {
                names.add(parameter.replaceFirst("=.*", "").toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    /** The address in words, without a secret. */
    @Override
    public String toString() {
        return config.adapter() + " at " + config.host() + ":" + config.port()
                + (database.isEmpty() ? "" : ", database '" + database + "'")
                + config.username().map(user -> ", user '" + user + "'").orElse(", no user");
    }
}
