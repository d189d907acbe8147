package com.javaonjets.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Rails hands to the C library of a database by keys of config/database.yml, in the words of the Java driver. To
 * leave such a key out in silence would weaken or redirect a connection: {@code sslmode: require} is the plainest case.
 */
final class DriverProperties {

    /** libpq's parameter key words, and pgJDBC's properties that mean the same and take the same values. */
    private static final Map<String, String> POSTGRESQL = Map.ofEntries(
            Map.entry("application_name", "ApplicationName"),
            Map.entry("channel_binding", "channelBinding"),
            Map.entry("gssencmode", "gssEncMode"),
            Map.entry("krbsrvname", "kerberosServerName"),
            Map.entry("options", "options"),
            Map.entry("require_auth", "requireAuth"),
            Map.entry("schema_search_path", "currentSchema"),
            Map.entry("sslcert", "sslcert"),
            Map.entry("sslkey", "sslkey"),
            Map.entry("sslmode", "sslmode"),
            Map.entry("sslnegotiation", "sslNegotiation"),
            Map.entry("sslpassword", "sslpassword"));

    private static final String KEEPALIVES = "keepalives";
    private static final String PREPARED_STATEMENTS = "prepared_statements";
    private static final String TARGET = "target_session_attrs";
    private static final String[] MYSQL_SSL_MODE = {"ssl_mode", "sslmode", "ssl-mode"};
    private static final Pattern UNQUOTED = Pattern.compile("-?[0-9]+(\\.[0-9]+)?|true|false");

    private final Settings settings;
    private final Map<String, String> properties = new LinkedHashMap<>();

    private DriverProperties(Settings settings) {
        this.settings = settings;
    }

    /** The keys that are read here. */
    static Stream<String> names() {
        return Stream.of(
                        POSTGRESQL.keySet().stream().sorted(),
                        Stream.of(KEEPALIVES, PREPARED_STATEMENTS, TARGET),
                        Stream.of(MYSQL_SSL_MODE))
                .flatMap(names -> names);
    }

    /** The properties that the keys of Rails come to, and above them those that are written as properties. */
    static Map<String, String> of(Adapter adapter, Settings settings) {
        DriverProperties driver = new DriverProperties(settings);
        switch (adapter) {
            case POSTGRESQL -> driver.postgresql();
            case MYSQL -> driver.mysql();
        }
        driver.properties.putAll(settings.map("properties"));
        return driver.properties;
    }

    private void postgresql() {
        POSTGRESQL.forEach((key, property) -> settings.text(key).ifPresent(value -> properties.put(property, value)));
        settings.find(KEEPALIVES).ifPresent(value -> properties.put("tcpKeepAlive", Boolean.toString(value.flag())));
        settings.find(TARGET).ifPresent(value -> properties.put("targetServerType", target(value)));
        if (!settings.flag(PREPARED_STATEMENTS, true)) {
            properties.put("prepareThreshold", "0");
        }
        String options = variables().map(DriverProperties::option).collect(Collectors.joining(" "));
        if (!options.isEmpty()) {
            properties.merge("options", options, (own, more) -> own + " " + more);
        }
    }

    private void mysql() {
        settings.find(MYSQL_SSL_MODE).ifPresent(value -> properties.put("sslMode", sslMode(value)));
        // As in Rails, a false sql_mode leaves it to the server.
        String assignments = variables()
                .filter(variable -> !(variable.getKey().equals("sql_mode")
                        && variable.getValue().equals("false")))
                .map(DriverProperties::assignment)
                .collect(Collectors.joining(","));
        if (!assignments.isEmpty()) {
            properties.put("sessionVariables", assignments);
        }
    }

    /** Rails' session variables; {@code :default} leaves one to the server, as a new session has it anyway. */
    private Stream<Entry<String, String>> variables() {
        Map<String, String> variables = settings.map("variables");
        List<String> misnamed = variables.keySet().stream()
                .filter(name -> !name.matches("[\\w.@]+"))
                .toList();
        if (!misnamed.isEmpty()) {
            throw new Found("variables", misnamed.get(0), settings.place())
                    .refused("expected the name of a session variable");
        }
        return variables.entrySet().stream()
                .filter(variable -> !variable.getValue().equals(":default"));
    }

    /** PostgreSQL splits its start options at blanks that no backslash precedes. */
    private static String option(Entry<String, String> variable) {
        String value = variable.getValue().replace("\\", "\\\\").replaceAll("(\\s)", "\\\\$1");
        return "-c " + variable.getKey() + "=" + value;
    }

    private static String assignment(Entry<String, String> variable) {
        String value = variable.getValue();
        if (UNQUOTED.matcher(value).matches()) {
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
