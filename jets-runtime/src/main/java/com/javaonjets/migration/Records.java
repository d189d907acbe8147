package com.javaonjets.migration;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The table {@code jets_statements}, in which a migration's own session records, on a database that commits DDL by
 * itself, which of its statements are done. On a second connection a record could be there and its statement rolled
 * back, or the other way round.
 *
 * @param table quoted and qualified, since a migration may change the current schema
 */
record Records(History history, String table) {

    /** The name of the table; dumps leave it out. */
    static final String NAME = "jets_statements";

    /** The longest that the table takes; the names of repeatable migrations are of any length. */
    private static final int KEY_LENGTH = 190;

    static Records of(History history) {
        String schema = history.table().substring(0, history.table().length() - History.NAME.length() - 3);
        return new Records(history, schema + "." + history.dialect().quoted(NAME));
    }

    Session session() {
        return history.session();
    }

    private Dialect dialect() {
        return history.dialect();
    }

    /** What a script that locks tables has to lock besides, for a LOCK TABLES before its own. */
    String tablesToWrite() {
        return table + " WRITE, " + history.table() + " WRITE,";
    }

    boolean exist() throws SQLException {
        return session()
                        .value(
                                "SELECT 1 FROM information_schema.tables WHERE table_schema = ("
                                        + dialect().currentSchema() + ") AND table_name = ?",
                                NAME)
                != null;
    }

    /** Its engine has to be one that knows transactions, whatever the server's default is. */
    void create() throws SQLException {
        session()
                .execute("CREATE TABLE IF NOT EXISTS " + table + " (migration varchar(" + KEY_LENGTH + ") NOT NULL,"
                        + " ordinal int NOT NULL, line int NOT NULL, state varchar(10) NOT NULL, hash char(64) NOT NULL,"
                        + " statement text NOT NULL, recorded_at datetime(6) NOT NULL, PRIMARY KEY (migration, ordinal))"
                        + " ENGINE = InnoDB DEFAULT CHARSET = utf8mb4");
    }

    /** In the order of the statements. */
    List<Recorded> all() throws SQLException {
        if (!exist()) {
            return List.of();
        }
        List<Recorded> found = new ArrayList<>();
        String query = "SELECT migration, ordinal, line, state, hash, statement FROM " + table
                + " ORDER BY migration, ordinal";
        try (PreparedStatement statement = session().connection().prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Recorded.State state = Recorded.State.valueOf(rows.getString(4).toUpperCase(Locale.ROOT));
                found.add(new Recorded(
                        rows.getString(1),
                        rows.getInt(2),
                        rows.getInt(3),
                        state,
                        rows.getString(5),
                        rows.getString(6)));
            }
        }
        return found;
    }

    /** In place of what was recorded of the same statement. */
    void write(Recorded recorded) throws SQLException {
        String sql = "REPLACE INTO " + table
                + " (migration, ordinal, line, state, hash, statement, recorded_at) VALUES (?, ?, ?, ?, ?, ?, "
                + dialect().now() + ")";
        try (PreparedStatement statement = session().connection().prepareStatement(sql)) {
            statement.setString(1, recorded.migration());
            statement.setInt(2, recorded.ordinal());
            statement.setInt(3, recorded.line());
            statement.setString(4, recorded.state().word());
            statement.setString(5, recorded.hash());
            statement.setString(6, recorded.sql());
            statement.executeUpdate();
        }
    }

    void remove(Recorded recorded) throws SQLException {
        try (PreparedStatement statement = session()
                .connection()
                .prepareStatement("DELETE FROM " + table + " WHERE migration = ? AND ordinal = ?")) {
            statement.setString(1, recorded.migration());
            statement.setInt(2, recorded.ordinal());
            statement.executeUpdate();
        }
    }

    void removeAll(String migration) throws SQLException {
        try (PreparedStatement statement =
                session().connection().prepareStatement("DELETE FROM " + table + " WHERE migration = ?")) {
            statement.setString(1, migration);
            statement.executeUpdate();
        }
    }

    /** A name that the table takes. */
    static String key(String name) {
        return name.length() <= KEY_LENGTH ? name : name.substring(0, KEY_LENGTH);
    }
}
