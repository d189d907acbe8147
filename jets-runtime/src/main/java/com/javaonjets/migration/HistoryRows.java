package com.javaonjets.migration;

import com.javaonjets.JetsException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.api.MigrationVersion;

/** The rows of the history that count, read and written as they are, whether or not their files are there. */
record HistoryRows(History history) {

    /** Flyway's marks that an older row counts no more. */
    private static final Set<String> FORGETS = Set.of("DELETE", "UNDO_SQL", "UNDO_JDBC", "UNDO_SCRIPT");

    private static final Comparator<AppliedMigration> ORDER = Comparator.comparing(
                    (AppliedMigration row) ->
                            row.version().map(MigrationVersion::fromVersion).orElse(null),
                    Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(AppliedMigration::description);

    /**
     * Those that count, oldest version first, the repeatable ones last.
     *
     * @throws JetsException if one has failed half-way
     */
    List<AppliedMigration> read() throws SQLException {
        Map<Object, AppliedMigration> rows = new LinkedHashMap<>();
        String query = "SELECT version, description, type, script, checksum, success FROM " + history.table()
                + " ORDER BY installed_rank";
        try (Statement statement = history.session().connection().createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                add(rows, row(row), row.getBoolean("success"));
            }
        }
        return rows.values().stream().sorted(ORDER).toList();
    }

    private static AppliedMigration row(ResultSet row) throws SQLException {
        int checksum = row.getInt("checksum");
        return new AppliedMigration(
                Optional.ofNullable(row.getString("version")),
                row.getString("description"),
                row.getString("type"),
                row.getString("script"),
                row.wasNull() ? Optional.empty() : Optional.of(checksum));
    }

    private static void add(Map<Object, AppliedMigration> rows, AppliedMigration row, boolean success) {
        Object key = row.version().<Object>map(MigrationVersion::fromVersion).orElse(row.description());
        if (FORGETS.contains(row.type())) {
            rows.remove(key);
            return;
        }
        if (!success) {
            throw new JetsException(row.script()
                    + " failed half-way when it was run last, so the schema is none that a migration has made;"
                    + " run mvn jets:db-repair, which says what was applied of it and how to go on");
        }
        rows.put(key, row);
    }

    /** Adds rows to an empty history, in their order. */
    void insert(List<AppliedMigration> rows) throws SQLException {
        String sql = "INSERT INTO " + history.table()
                + " (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)"
                + " VALUES (?, ?, ?, ?, ?, ?, " + history.dialect().user() + ", 0, TRUE)";
        try (PreparedStatement statement = history.session().connection().prepareStatement(sql)) {
            for (int i = 0; i < rows.size(); i++) {
                set(statement, i + 1, rows.get(i));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void set(PreparedStatement statement, int rank, AppliedMigration row) throws SQLException {
        statement.setInt(1, rank);
        statement.setString(2, row.version().orElse(null));
        statement.setString(3, row.description());
        statement.setString(4, row.type());
        statement.setString(5, row.script());
        statement.setObject(6, row.checksum().orElse(null), Types.INTEGER);
    }
}
