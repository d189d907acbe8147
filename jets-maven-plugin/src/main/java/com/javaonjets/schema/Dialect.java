package com.javaonjets.schema;

import com.javaonjets.JetsException;
import com.javaonjets.config.Adapter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything in DDL that differs from one database to the other. */
sealed interface Dialect permits PostgreSql, MySql {

    static Dialect of(Adapter adapter) {
        return switch (adapter) {
            case POSTGRESQL -> new PostgreSql();
            case MYSQL -> new MySql();
        };
    }

    /** The database's own name, for messages. */
    String name();

    /** The types that its ActiveRecord adapter calls native. */
    Set<ColumnType> types();

    /** What to write instead of a type that the other database has and this one lacks. */
    Optional<String> substitute(ColumnType lacking);

    /** The longest name of a table, column or index; in characters, since a name here is ASCII alone. */
    int longestName();

    String quoted(String name);

    /**
     * Type, nullability and default of a column.
     *
     * @throws JetsException if the type's braces are out of the database's range
     */
    String definition(ColumnSpec column);

    /** Why a column cannot be indexed as a whole, if it cannot. */
    Optional<String> indexObstacle(TypeSpec type);

    /** The indexes that belong into CREATE TABLE or, after ADD, into ALTER TABLE. */
    List<String> indexClauses(TableSpec table);

    /** The indexes that are statements of their own. */
    List<String> indexStatements(TableSpec table);

    /** What has to go before a column that a foreign key starts from. */
    List<String> foreignKeyRemovals(TableSpec part);

    /** What a reader should know of a type, such as that an extension brings it. */
    Optional<String> note(ColumnSpec column);

    default void requireFit(String kind, String name) {
        if (name.length() > longestName()) {
            throw new JetsException("the " + kind + " name '" + name + "' has " + name.length() + " characters; "
                    + name() + " allows " + longestName() + ", so choose a shorter one");
        }
    }

    default void requireIndexable(ColumnSpec column) {
        indexObstacle(column.type()).ifPresent(obstacle -> {
            throw new JetsException("the column '" + column.name() + "' of type " + column.type()
                    + " cannot have an index on " + name() + ": " + obstacle);
        });
    }

    default String requireRange(ColumnSpec column, long value, long least, long most) {
        if (value < least || value > most) {
            throw new JetsException("the column '" + column.name() + "' is of type " + column.type() + ", but " + value
                    + " is out of range on " + name() + ": it takes " + least + " to " + most);
        }
        return Long.toString(value);
    }

    /** The columns of an index, in parentheses. */
    default String columnList(IndexSpec index) {
        return index.columns().stream().map(this::quoted).collect(Collectors.joining(", ", "(", ")"));
    }
}
