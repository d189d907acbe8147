package com.javaonjets.console;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.connection.DriverSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** psql, told all by variables: they belong to one process, and only its user can read them. */
final class PostgresqlClient implements Client {

    /** pgjdbc's names of what psql has too. */
    private static final Map<String, String> SHARED = Map.of(
            "sslmode", "PGSSLMODE",
            "sslrootcert", "PGSSLROOTCERT",
            "sslcert", "PGSSLCERT",
            "sslkey", "PGSSLKEY",
            "sslNegotiation", "PGSSLNEGOTIATION",
            "connectTimeout", "PGCONNECT_TIMEOUT",
            "options", "PGOPTIONS",
            "channelBinding", "PGCHANNELBINDING",
            "targetServerType", "PGTARGETSESSIONATTRS");

    /** What would lead elsewhere. */
    private static final List<String> FOREIGN = List.of("PGHOSTADDR", "PGSERVICE");

    @Override
    public List<String> programs() {
        return List.of("psql");
    }

    @Override
    public ProcessBuilder process(Path program, DatabaseConfig database, PrivateFiles files) {
        // A statement that fails ends what is piped in, as it does in mysql; at a prompt it changes nothing.
        ProcessBuilder process = new ProcessBuilder(program.toString(), "--set=ON_ERROR_STOP=1");
        Map<String, String> variables = process.environment();
        variables.keySet().removeAll(FOREIGN);
        variables.keySet().removeAll(SHARED.values());
        variables.put("PGHOST", database.host());
        variables.put("PGPORT", Integer.toString(database.port()));
        variables.put("PGDATABASE", database.database());
        set(variables, "PGUSER", database.username());
        set(variables, "PGPASSWORD", database.password());
        DriverSettings.of(database).forEach((name, value) -> share(variables, name, value));
        return process;
    }

    private static void share(Map<String, String> variables, String name, String value) {
        SHARED.forEach((shared, variable) -> {
            if (shared.equalsIgnoreCase(name)) {
                variables.put(variable, inWordsOfPsql(shared, value));
            }
        });
    }

    private static String inWordsOfPsql(String name, String value) {
        return !name.equals("targetServerType")
                ? value
                : switch (value) {
                    case "primary", "master" -> "primary";
                    case "secondary", "slave" -> "standby";
                    case "preferSecondary", "preferSlave" -> "prefer-standby";
                    default -> "any";
                };
    }

    private static void set(Map<String, String> variables, String name, Optional<String> value) {
        variables.remove(name);
        value.ifPresent(given -> variables.put(name, given));
    }
}
