package com.javaonjets.database.dump;

import java.util.Comparator;
import java.util.List;

/**
 * Something that a schema is made of, and the statements that make it.
 *
 * @param key catalog and oid, as dependencies name it
 * @param name unlike that of any other of its kind
 * @param statements without the semicolon at their end
 */
record SchemaObject(String key, Kind kind, String name, List<String> statements) {

    /** In the order in which they are written where dependencies leave it open. */
    enum Kind {
        SCHEMA,
        EXTENSION,
        TYPE,
        FUNCTION,
        SEQUENCE,
        TABLE,
        OWNED_SEQUENCE,
        INDEX,
        STATISTICS,
        VIEW,
        FOREIGN_KEY,
        TRIGGER,
        POLICY,
        COMMENT
    }

    static final Comparator<SchemaObject> ORDER =
            Comparator.comparing(SchemaObject::kind).thenComparing(SchemaObject::name);

    SchemaObject {
        statements = List.copyOf(statements);
    }

    static String key(String catalog, String oid) {
        return catalog + ":" + oid;
    }
}
