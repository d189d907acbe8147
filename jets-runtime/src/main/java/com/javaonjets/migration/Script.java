package com.javaonjets.migration;

import java.util.List;

/**
 * A file's statements, as they go to the server.
 *
 * @param inTransaction whether they run in a transaction of their own
 */
record Script(MigrationFile file, List<ScriptStatement> statements, boolean inTransaction) {

    Script {
        statements = List.copyOf(statements);
    }

    /**
     * One statement.
     *
     * @param line where it begins in the file, from 1
     * @param inTransaction whether the server lets it run in a transaction
     */
    record ScriptStatement(int line, String sql, boolean inTransaction) {}
}
