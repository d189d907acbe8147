package com.javaonjets.schema;

import java.util.List;

/** What a migration does, and its exact reverse. */
sealed interface Change {

    /** The statements forward, without semicolons. */
    List<String> up(Dialect dialect);

    /** The statements back. */
    List<String> down(Dialect dialect);

    /** A new table. */
    record Create(TableSpec table) implements Change {
        @Override
        public List<String> up(Dialect dialect) {
            return new Ddl(dialect, table).create();
        }

        @Override
        public List<String> down(Dialect dialect) {
            return new Ddl(dialect, table).drop();
        }
    }

    /** New columns in a table. */
    record Add(TableSpec part) implements Change {
        @Override
        public List<String> up(Dialect dialect) {
            return new Ddl(dialect, part).add();
        }

        @Override
        public List<String> down(Dialect dialect) {
            return new Ddl(dialect, part).remove();
        }
    }

    /** Columns that leave a table; the way back has to know what they were. */
    record Remove(TableSpec part) implements Change {
        @Override
        public List<String> up(Dialect dialect) {
            return new Ddl(dialect, part).remove();
        }

        @Override
        public List<String> down(Dialect dialect) {
            return new Ddl(dialect, part).add();
        }
    }

    /** Nothing that the name tells; the author writes it. */
    record Nothing(String reason) implements Change {
        @Override
        public List<String> up(Dialect dialect) {
            return List.of();
        }

        @Override
        public List<String> down(Dialect dialect) {
            return List.of();
        }
    }
}
