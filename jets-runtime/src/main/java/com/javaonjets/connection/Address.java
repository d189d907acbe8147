package com.javaonjets.connection;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.config.EmbeddedServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is: at a fixed place, or wherever its embedded server happens to listen now.
 *
 * @param running finds the embedded server of an adapter, if one runs; null for a database that is not embedded
 * @param acceptance what is known of the server's mind; the one part that changes
 */
record Address(
        DatabaseConfig config, @Nullable Function<Adapter, Optional<EmbeddedServer>> running, Acceptance acceptance) {

    Address(DatabaseConfig config, @Nullable Function<Adapter, Optional<EmbeddedServer>> running) {
        this(config, running, Acceptance.of(config));
    }

    /** @param projectFolder the folder that holds the data of an embedded server */
    static Address of(DatabaseConfig config, Path projectFolder) {
        return new Address(config, config.embedded() ? adapter -> EmbeddedServer.find(projectFolder, adapter) : null);
    }

    /**
     * A source of connections that are kept, to where the database is now.
     *
     * @param limit how long opening may take
     * @param told how much the server is told of its limits
     * @throws SQLException if its embedded server does not run
     */
    DirectDataSource source(Duration limit, Acceptance.Extent told) throws SQLException {
        DatabaseConfig place = config.embedded() ? embedded() : config;
        return DirectDataSource.kept(
                limit.equals(place.connectTimeout())
                        ? place
                        : place.toBuilder().connectTimeout(limit).build(),
                told.of(Limits.of(config)));
    }

    private DatabaseConfig embedded() throws SQLException {
        Optional<EmbeddedServer> server = running == null ? Optional.empty() : running.apply(config.adapter());
        return server.map(config::on)
                .orElseThrow(() -> new SQLException(
                        "the embedded " + config.adapter() + " server of environment " + config.environment()
                                + " is not running; start it by mvn jets:db-start",
                        "08001"));
    }

    @Override
    public String toString() {
        return config.embedded()
                ? "embedded " + config.adapter() + ", database '" + config.database() + "'"
                : Target.database(config, true).toString();
    }
}
