package com.javaonjets.connection;

import java.sql.PreparedStatement;

/** A prepared statement of a borrow. */
final class LentPreparedStatement extends ForwardingPreparedStatement<PreparedStatement> {

    LentPreparedStatement(LentConnection lent, PreparedStatement statement, String sql) {
        super(lent, statement, sql);
    }
}
