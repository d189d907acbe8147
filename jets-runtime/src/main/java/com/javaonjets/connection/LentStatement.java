package com.javaonjets.connection;

import java.sql.Statement;

/** A statement of a borrow. */
final class LentStatement extends ForwardingStatement<Statement> {

    LentStatement(LentConnection lent, Statement statement) {
        super(lent, statement, "");
    }
}
