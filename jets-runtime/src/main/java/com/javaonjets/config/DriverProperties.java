package com.javaonjets.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What Rails hands to the C library of a database by keys of config/database.yml, in the words of the Java driver. To
 * leave such a key out in silence would weaken or redirect a connection: {@code sslmode: require} is the plainest case.
 */
final class DriverProperties {

    /** libpq's parameter key words, and pgJDBC's properties that mean the same and take the same values. */
    private static final String[][] POSTGRESQL = {
        {"application_name", "ApplicationName"},
        {"channel_binding", "channelBinding"},
        {"gssencmode", "gssEncMode"},
        {"krbsrvname", "kerberosServerName"},
        {"options", "options"},
        {"require_auth", "requireAuth"},
        {"schema_search_path", "currentSchema"},
        {"sslcert", "sslcert"},
        {"sslkey", "sslkey"},
        {"sslmode", "sslmode"},
        {"sslnegotiation", "sslNegotiation"},
        {"sslpassword", "sslpassword"}
    };

    private static final String KEEPALIVES = "keepalives";
    private static final String PREPARED_STATEMENTS = "prepared_statements";
    private static final String TARGET = "target_session_attrs";
    private static final String[] MYSQL_SSL_MODE = {"ssl_mode", "sslmode", "ssl-mode"};

    private final Settings settings;
    private final Map<String, String> properties = new LinkedHashMap<>();

    private DriverProperties(Settings settings) {
        this.settings = settings;
    }

    /** The keys that are read here. */
    static List<String> names() {
        List<String> names = new ArrayList<>();
        for (String[] name : POSTGRESQL) {
            names.add(name[0]);
        }
        names.addAll(List.of(KEEPALIVES, PREPARED_STATEMENTS, TARGET));
        names.addAll(List.of(MYSQL_SSL_MODE));
        return names;
    }

    /** The properties that the keys of Rails come to, and above them those that are written as properties. */
    static Map<String, String> of(Adapter adapter, Settings settings) {
        DriverProperties driver = new DriverProperties(settings);
        // A switch would be one class more to load.
        if (adapter == Adapter.POSTGRESQL) {
            driver.postgresql();
        } else {
            driver.mysql();
        }
        add(driver.properties, settings.map("properties"));
        return driver.properties;
    }

    /** Lays some properties over others. Settings of the session are joined, the later ones last, where they win. */
    static void add(Map<String, String> properties, Map<String, String> more) {
        for (Entry<String, String> entry : more.entrySet()) {
            String name = entry.getKey();
            String below = properties.get(name);
            String between = name.equals("options") ? " " : name.equals("sessionVariables") ? "," : null;
            properties.put(
                    name, below == null || between == null ? entry.getValue() : below + between + entry.getValue());
        }
    }

    private void postgresql() {
        for (String[] name : POSTGRESQL) {
            Optional<String> value = settings.text(name[0]);
            if (value.isPresent()) {
                properties.put(name[1], value.get());
            }
        }
        Optional<Found> keepalives = settings.find(KEEPALIVES);
        if (keepalives.isPresent()) {
            properties.put("tcpKeepAlive", Boolean.toString(keepalives.get().flag()));
        }
        Optional<Found> target = settings.find(TARGET);
        if (target.isPresent()) {
            properties.put("targetServerType", target(target.get()));
        }
        if (!settings.flag(PREPARED_STATEMENTS, true)) {
            properties.put("prepareThreshold", "0");
        }
        Map<String, String> variables = variables();
        if (!variables.isEmpty()) {
            String options =
                    variables.entrySet().stream().map(DriverProperties::option).collect(Collectors.joining(" "));
            add(properties, Map.of("options", options));
        }
    }

    private void mysql() {
        Optional<Found> sslMode = settings.find(MYSQL_SSL_MODE);
        if (sslMode.isPresent()) {
            properties.put("sslMode", sslMode(sslMode.get()));
        }
        Map<String, String> variables = variables();
        // As in Rails, a false sql_mode leaves it to the server.
        variables.remove("sql_mode", "false");
        if (!variables.isEmpty()) {
            properties.put(
                    "sessionVariables",
                    variables.entrySet().stream()
                            .map(DriverProperties::assignment)
                            .collect(Collectors.joining(",")));
        }
    }

    /** Rails' session variables; {@code :default} leaves one to the server, as a new session has it anyway. */
    private Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>(settings.map("variables"));
        if (variables.isEmpty()) {
            // Most have none, and the views of a map are classes to load.
            return variables;
        }
        for (String name : variables.keySet()) {
            if (!name.matches("[\\w.@]+")) {
                throw new Found("variables", name, settings.place()).refused("expected the name of a session variable");
            }
        }
        variables.values().removeAll(Set.of(":default"));
        return variables;
    }

    /** PostgreSQL splits its start options at blanks that no backslash precedes. */
    private static String option(Entry<String, String> variable) {
        String value = variable.getValue().replace("\\", "\\\\").replaceAll("(\\s)", "\\\\$1");
        return "-c " + variable.getKey() + "=" + value;
    }

    private static String assignment(Entry<String, String> variable) {
        String value = variable.getValue();
        if (value.matches("-?[0-9]+(\\.[0-9]+)?|true|false")) {
            return variable.getKey() + "=" + value;
        }
        return variable.getKey() + "='" + value.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private static String target(Found value) {
        return switch (value.trimmed()) {
            case "any" -> "any";
            case "read-write", "primary" -> "primary";
            case "read-only", "standby" -> "secondary";
            case "prefer-standby" -> "preferSecondary";
            default -> throw value.refused("expected any, read-write, read-only, primary, standby or prefer-standby");
        };
    }

    /** The modes of mysql2, trilogy and libpq, as Connector/J names them. */
    private static String sslMode(Found value) {
        String mode = value.trimmed()
                .toLowerCase(Locale.ROOT)
                .replace('-', '_')
                .replaceFirst("^:", "")
                .replaceFirst("^ssl_mode_", "");
        return switch (mode) {
            case "disabled", "disable" -> "DISABLED";
            case "preferred", "prefer" -> "PREFERRED";
            case "required", "require" -> "REQUIRED";
            case "verify_ca" -> "VERIFY_CA";
            case "verify_identity", "verify_full" -> "VERIFY_IDENTITY";
            default -> throw value.refused("expected disabled, preferred, required, verify_ca or verify_identity");
        };
    }
}
