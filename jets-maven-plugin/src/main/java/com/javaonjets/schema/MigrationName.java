package com.javaonjets.schema;

import com.javaonjets.JetsException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a migration in snake_case, which by Rails' patterns also says what it does.
 *
 * <p>The patterns and their order are those of Rails' generator: {@code add_..._to_x} and {@code remove_..._from_x},
 * {@code ..join_table..}, {@code create_x}.
 */
public record MigrationName(String value) {

    /** Flyway's history keeps 200 characters of it, and file systems 255 of the whole file name. */
    private static final int LONGEST = 200;

    private static final Pattern LETTERS = Pattern.compile("\\w*[A-Za-z0-9]\\w*");
    private static final Pattern ADD = Pattern.compile("add_.*_to_(?<table>.*)");
    private static final Pattern REMOVE = Pattern.compile("remove_.*?_from_(?<table>.*)");
    private static final Pattern CREATE = Pattern.compile("create_(?<table>.+)");

    /** An acronym before a capitalised word, or the end of a lower-case one: {@code CreateHTMLPages}. */
    private static final Pattern WORD_START = Pattern.compile("(?<=[A-Z])(?=[A-Z][a-z])|(?<=[a-z0-9])(?=[A-Z])");

    /** @throws JetsException if the name is blank, too long, or holds anything but lower-case letters, digits and _ */
    public MigrationName {
        refuseOtherThanLetters(value);
        if (value.length() > LONGEST) {
            throw new JetsException(
                    "the migration name '" + value + "' has " + value.length() + " characters; it may have " + LONGEST);
        }
        if (!value.equals(snakeCase(value))) {
            throw new IllegalArgumentException(value + " is not in snake_case");
        }
    }

    /**
     * The name as a person types it, in CamelCase or snake_case.
     *
     * @throws JetsException if it is blank, too long, or holds anything but letters, digits and _
     */
    public static MigrationName of(String typed) {
        refuseOtherThanLetters(typed);
        return new MigrationName(snakeCase(typed));
    }

    private static void refuseOtherThanLetters(String name) {
        if (name.isBlank()) {
            throw new JetsException("the migration has no name; say what it does, such as -Dname=create_posts");
        }
        if (!LETTERS.matcher(name).matches()) {
            throw new JetsException("the migration name '" + name + "' is not made of letters a to z, digits and '_'"
                    + " alone; write one such as create_posts or AddTitleToPosts");
        }
    }

    /** What a name such as {@code CreatePosts} is in snake_case; other characters stay as they are. */
    public static String snakeCase(String name) {
        return WORD_START.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    /** What the name says is to be done with the fields. */
    Change change(List<FieldSpec> fields) {
        Matcher add = ADD.matcher(value);
        if (add.matches()) {
            return altered(fields, new Change.Add(TableSpec.part(table(add), fields)));
        }
        Matcher remove = REMOVE.matcher(value);
        if (remove.matches()) {
            return altered(fields, new Change.Remove(TableSpec.part(table(remove), fields)));
        }
        if (value.contains("join_table")) {
            return joined(fields);
        }
        Matcher create = CREATE.matcher(value);
        if (create.matches()) {
            return new Change.Create(TableSpec.created(table(create), fields));
        }
        return new Change.Nothing("the name follows none of create_x, add_..._to_x, remove_..._from_x, ..join_table..");
    }

    private String table(Matcher matcher) {
        String name = matcher.group("table");
        if (name.isEmpty()) {
            throw new JetsException("the migration name '" + value + "' names no table at its end; write one such as "
                    + value + "posts");
        }
        return Inflections.plural(name);
    }

    private static Change altered(List<FieldSpec> fields, Change change) {
        boolean columns = fields.stream().anyMatch(field -> !field.columns().isEmpty());
        return columns ? change : new Change.Nothing("no field was given that makes a column; -Dfields names them");
    }

    private static Change joined(List<FieldSpec> fields) {
        return fields.size() == 2
                ? new Change.Create(JoinTable.of(fields.get(0), fields.get(1)))
                : new Change.Nothing(
                        "a join table takes exactly two fields, such as \"authors posts\"; given: " + fields.size());
    }
}
