package com.javaonjets.schema;

import java.util.List;
import java.util.Optional;

/** One field of a migration, such as {@code title:string{80}:uniq}, and what it makes of a table. */
sealed interface FieldSpec {

    /** The name as it was typed. */
    String name();

    List<ColumnSpec> columns();

    default Optional<IndexSpec> index(String table) {
        return Optional.empty();
    }

    default Optional<ForeignKeySpec> foreignKey(String table) {
        return Optional.empty();
    }

    /** What the reader of the migration should know of this field. */
    default Optional<String> note() {
        return Optional.empty();
    }

    /** What the last part of a field asks for. */
    enum IndexKind {
        NONE,
        PLAIN,
        UNIQUE;

        Optional<IndexSpec> on(String table, String column) {
            return this == NONE ? Optional.empty() : Optional.of(IndexSpec.on(table, List.of(column), this == UNIQUE));
        }
    }

    /** A column of a type of its own. */
    record Plain(String name, TypeSpec type, boolean required, IndexKind kind) implements FieldSpec {
        @Override
        public List<ColumnSpec> columns() {
            return List.of(new ColumnSpec(name, type, required));
        }

        @Override
        public Optional<IndexSpec> index(String table) {
            return kind.on(table, name);
        }
    }

    /** {@code author:references}: a bigint {@code author_id}, never null, with an index and a foreign key to authors. */
    record Reference(String name, IndexKind kind) implements FieldSpec {
        @Override
        public List<ColumnSpec> columns() {
            return List.of(ColumnSpec.required(column(), ColumnType.BIGINT));
        }

        @Override
        public Optional<IndexSpec> index(String table) {
            return Optional.of(IndexSpec.on(table, List.of(column()), kind == IndexKind.UNIQUE));
        }

        @Override
        public Optional<ForeignKeySpec> foreignKey(String table) {
            return Optional.of(ForeignKeySpec.from(table, column(), Inflections.plural(name)));
        }

        private String column() {
            return name + "_id";
        }
    }

    /**
     * {@code subject:references{polymorphic}}: {@code subject_type} and {@code subject_id} under one index, which bears
     * the field's name. What the pair points to differs by row, so there is no foreign key.
     */
    record Polymorphic(String name, IndexKind kind) implements FieldSpec {
        @Override
        public List<ColumnSpec> columns() {
            return List.of(
                    ColumnSpec.required(name + "_type", ColumnType.STRING),
                    ColumnSpec.required(name + "_id", ColumnType.BIGINT));
        }

        @Override
        public Optional<IndexSpec> index(String table) {
            List<String> both = columns().stream().map(ColumnSpec::name).toList();
            return Optional.of(new IndexSpec("index_" + table + "_on_" + name, both, kind == IndexKind.UNIQUE));
        }
    }

    /** {@code password:digest}: a string {@code password_digest}. Rails knows the one for the password alone. */
    record Digest(String name, boolean required, IndexKind kind) implements FieldSpec {
        @Override
        public List<ColumnSpec> columns() {
            return List.of(new ColumnSpec(column(), TypeSpec.of(ColumnType.STRING), required));
        }

        @Override
        public Optional<IndexSpec> index(String table) {
            return kind.on(table, column());
        }

        private String column() {
            return name + "_digest";
        }
    }

    /** {@code auth_token:token}: a string whose values are unique. */
    record Token(String name, boolean required) implements FieldSpec {
        @Override
        public List<ColumnSpec> columns() {
            return List.of(new ColumnSpec(name, TypeSpec.of(ColumnType.STRING), required));
        }

        @Override
        public Optional<IndexSpec> index(String table) {
            return IndexKind.UNIQUE.on(table, name);
        }
    }

    /** {@code avatar:attachment}, {@code body:rich_text}: no column, as in Rails, and a note that says so. */
    record Virtual(String name, String word) implements FieldSpec {
        @Override
        public List<ColumnSpec> columns() {
            return List.of();
        }

        @Override
        public Optional<String> note() {
            return Optional.of("'" + name + ":" + word + "' makes no column: Rails keeps it in tables of its own; here "
                    + (word.equals("rich_text")
                            ? "write '" + name + ":text'"
                            : "keep the file in S3 and its key in '" + name + "_key:string'"));
        }
    }
}
