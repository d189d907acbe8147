package com.javaonjets.schema;

import static com.javaonjets.config.Adapter.MYSQL;
import static com.javaonjets.config.Adapter.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.javaonjets.JetsException;
import com.javaonjets.config.Adapter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each sentence that a person meets who mistypes a field, whole. */
class RefusedFieldsTest {

    private static final String FORM =
            "a field is written name:type{options}!:index, such as title:string{80}!:uniq or" + " price:decimal{10,2}";
    private static final String MYSQL_TYPES = "types on MySQL: string, text, integer, bigint, float, decimal, datetime,"
            + " timestamp, time, date, binary, boolean, json, primary_key, blob, references, belongs_to, digest, token";
    private static final String POSTGRESQL_TYPES = "types on PostgreSQL: string, text, integer, bigint, float, decimal,"
            + " datetime, timestamp, time, date, binary, boolean, json, primary_key, timestamptz, jsonb, uuid, hstore,"
            + " citext, ltree, inet, cidr, macaddr, interval, daterange, numrange, tsrange, tstzrange, int4range,"
            + " int8range, tsvector, xml, point, line, lseg, box, path, polygon, circle, bit, bit_varying, money, oid,"
            + " references, belongs_to, digest, token";

    static Stream<Arguments> types() {
        return Stream.of(
                refused(
                        MYSQL,
                        "title:strng",
                        "unknown type 'strng' in the field 'title:strng'; did you mean 'string'? " + MYSQL_TYPES),
                refused(
                        POSTGRESQL,
                        "title:String",
                        "unknown type 'String' in the field 'title:String'; did you mean" + " 'string'? "
                                + POSTGRESQL_TYPES),
                refused(
                        MYSQL,
                        "title:varchar",
                        "unknown type 'varchar' in the field 'title:varchar'; did you mean" + " 'string'? "
                                + MYSQL_TYPES),
                refused(
                        MYSQL,
                        "title:refrences",
                        "unknown type 'refrences' in the field 'title:refrences'; did you mean" + " 'references'? "
                                + MYSQL_TYPES),
                refused(
                        MYSQL,
                        "title:quaternion",
                        "unknown type 'quaternion' in the field 'title:quaternion'; " + MYSQL_TYPES),
                refused(
                        MYSQL,
                        "at:creation_time",
                        "unknown type 'creation_time' in the field 'at:creation_time'; " + MYSQL_TYPES),
                refused(
                        MYSQL,
                        "a:jsonb",
                        "the type 'jsonb' in the field 'a:jsonb' is not one of MySQL's; write 'json'" + " instead"),
                refused(
                        MYSQL,
                        "a:uuid",
                        "the type 'uuid' in the field 'a:uuid' is not one of MySQL's; write" + " 'string{36}' instead"),
                refused(
                        MYSQL,
                        "a:polygon",
                        "the type 'polygon' in the field 'a:polygon' is not one of MySQL's; " + MYSQL_TYPES),
                refused(
                        POSTGRESQL,
                        "a:blob",
                        "the type 'blob' in the field 'a:blob' is not one of PostgreSQL's; write"
                                + " 'binary' instead"));
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                refused(
                        MYSQL,
                        "a:string:unique",
                        "unknown index 'unique' in the field 'a:string:unique'; supported:" + " index, uniq"),
                refused(
                        MYSQL,
                        "a:string,b:integer",
                        "the field 'a:string,b:integer' holds a comma; fields are separated by blanks, such as"
                                + " title:string body:text"),
                refused(MYSQL, "a:string:", "unknown index '' in the field 'a:string:'; supported: index, uniq"),
                refused(MYSQL, "a:string:index:b", "the field 'a:string:index:b' has more than three parts; " + FORM),
                refused(
                        MYSQL,
                        "a:",
                        "the type '' in the field 'a:' cannot be read; " + FORM + ", without blanks inside braces"),
                refused(
                        MYSQL,
                        "a:decimal{10, 2}",
                        "the type 'decimal{10,' in the field 'a:decimal{10,' cannot be read; " + FORM
                                + ", without blanks inside braces"),
                refused(
                        MYSQL,
                        "a:string!{80}",
                        "the type 'string!{80}' in the field 'a:string!{80}' cannot be read; " + FORM
                                + ", without blanks inside braces"),
                refusedName(":string", ""),
                refusedName(":references", ""),
                refusedName("a-b:string", "a-b"),
                refusedName("a\"b:string", "a\"b"),
                refusedName("a`b", "a`b"),
                refusedName("../a", "../a"),
                refusedName("tïtle:string", "tïtle"),
                refusedName("title!", "title!"),
                refusedName("_", "_"));
    }

    static Stream<Arguments> options() {
        return Stream.of(
                refused(
                        MYSQL,
                        "a:boolean{1}",
                        "unknown option '1' in the field 'a:boolean{1}'; supported: no options" + " for boolean"),
                refused(
                        MYSQL,
                        "a:token{3}",
                        "unknown option '3' in the field 'a:token{3}'; supported: no options for" + " token"),
                refused(MYSQL, "a:string{}", "unknown option '' in the field 'a:string{}'; supported: string{80}"),
                refused(
                        MYSQL,
                        "a:string{-1}",
                        "unknown option '-1' in the field 'a:string{-1}'; supported: string{80}"),
                refused(
                        MYSQL,
                        "a:integer{big}",
                        "unknown option 'big' in the field 'a:integer{big}'; supported:" + " integer{8}"),
                refused(
                        MYSQL,
                        "a:text{huge}",
                        "unknown option 'huge' in the field 'a:text{huge}'; supported:"
                                + " text{65536}, text{tiny}, text{medium}, text{long}"),
                refused(
                        MYSQL,
                        "a:decimal{10}",
                        "unknown option '10' in the field 'a:decimal{10}'; supported:"
                                + " decimal{10,2}, which is ten digits, two of them after the point"),
                refused(
                        MYSQL,
                        "a:references{null}",
                        "unknown option 'null' in the field 'a:references{null}';"
                                + " supported: references{polymorphic}"),
                refused(
                        MYSQL,
                        "a:references{polymorphic,foreign_key}",
                        "the field"
                                + " 'a:references{polymorphic,foreign_key}' asks for a foreign key and for polymorphic, which"
                                + " points to more than one table; leave one of the two out"),
                refused(
                        POSTGRESQL,
                        "a:text{medium}",
                        "the column 'a' is of type text{medium}, a size that MySQL alone"
                                + " has; on PostgreSQL write 'a:text'"));
    }

    static Stream<Arguments> ranges() {
        return Stream.of(
                outOfRange(MYSQL, "string{0}", "0", "1 to 16383"),
                outOfRange(MYSQL, "string{99999999}", "99999999", "1 to 16383"),
                outOfRange(POSTGRESQL, "string{99999999}", "99999999", "1 to 10485760"),
                outOfRange(MYSQL, "integer{9}", "9", "1 to 8"),
                outOfRange(POSTGRESQL, "integer{0}", "0", "1 to 8"),
                outOfRange(MYSQL, "decimal{5,10}", "10", "0 to 5"),
                outOfRange(POSTGRESQL, "decimal{5,10}", "10", "0 to 5"),
                outOfRange(MYSQL, "decimal{66,2}", "66", "1 to 65"),
                outOfRange(MYSQL, "decimal{60,31}", "31", "0 to 30"),
                outOfRange(POSTGRESQL, "decimal{1001,2}", "1001", "1 to 1000"),
                outOfRange(MYSQL, "text{4294967296}", "4294967296", "1 to 4294967295"),
                outOfRange(MYSQL, "binary{0}", "0", "1 to 4095"),
                outOfRange(POSTGRESQL, "binary{1073741824}", "1073741824", "1 to 1073741823"),
                refused(
                        MYSQL,
                        "a:string{99999999999999999999}",
                        "the number 99999999999999999999 in the field"
                                + " 'a:string{99999999999999999999}' is out of every range; write a smaller one"));
    }

    static Stream<Arguments> indexes() {
        return Stream.of(
                unindexed(
                        MYSQL,
                        "text",
                        "only a prefix of it can be indexed; write a string, or leave the index out and"
                                + " write one with a length by hand"),
                unindexed(
                        MYSQL,
                        "blob",
                        "only a prefix of it can be indexed; write a string, or leave the index out and"
                                + " write one with a length by hand"),
                unindexed(
                        MYSQL,
                        "binary",
                        "only a prefix of it can be indexed; write a string, or leave the index out"
                                + " and write one with a length by hand"),
                unindexed(
                        MYSQL, "binary{3073}", "an index takes 3072 bytes; shorten the binary, or leave the index out"),
                unindexed(
                        MYSQL,
                        "string{769}",
                        "an index takes 768 characters; shorten the string, or leave the index" + " out"),
                unindexed(
                        MYSQL,
                        "json",
                        "json has no order to index by; leave the index out, and write one on an"
                                + " expression by hand"),
                unindexed(POSTGRESQL, "json", "json has no order to index by; write jsonb, or leave the index out"),
                unindexed(
                        POSTGRESQL,
                        "point",
                        "the type has no order to index by; leave the index out, and write a GiST"
                                + " or other one by hand"));
    }

    static Stream<Arguments> twins() {
        return Stream.of(
                refused(
                        MYSQL,
                        "title body title:text",
                        "the column 'title' of 'posts' is there twice; name each column" + " once"),
                refused(
                        POSTGRESQL,
                        "title Title",
                        "the column 'Title' of 'posts' is there twice; name each column once"),
                refused(
                        MYSQL,
                        "author:references author_id:bigint",
                        "the column 'author_id' of 'posts' is there twice;" + " name each column once"),
                refused(
                        MYSQL,
                        "id:bigint",
                        "the column 'id' of 'posts' is there twice; a created table has id,"
                                + " created_at and updated_at anyway; name each column once"),
                refused(
                        MYSQL,
                        "created_at:datetime",
                        "the column 'created_at' of 'posts' is there twice; a created"
                                + " table has id, created_at and updated_at anyway; name each column once"),
                refused(
                        MYSQL,
                        "code:primary_key",
                        "'posts' would have the primary keys id and code; a table has one,"
                                + " and a created table has 'id' anyway"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource({"types", "shapes", "options", "ranges", "indexes", "twins"})
    void refusesWithASentence(Adapter adapter, String fields, String sentence) {
        assertRefused(adapter, "create_posts", fields, sentence);
    }

    @Test
    void refusesNamesTooLongForTheDatabase() {
        String name = "x".repeat(64);
        assertRefused(
                POSTGRESQL,
                "create_" + name,
                "",
                "the table name '" + name + "es' has 66 characters; PostgreSQL"
                        + " allows 63, so choose a shorter one");
        assertRefused(
                POSTGRESQL,
                "add_x_to_posts",
                name,
                "the column name '" + name + "' has 64 characters; PostgreSQL" + " allows 63, so choose a shorter one");
        assertRefused(
                MYSQL,
                "remove_x_from_posts",
                name + "x",
                "the column name '" + name + "x' has 65 characters;" + " MySQL allows 64, so choose a shorter one");
        assertRefused(
                MYSQL,
                "create_quarterly_statements",
                "extremely_long_reference_name:references{polymorphic}"
                        + " an_even_longer_reference_name_than_that:references{polymorphic}",
                "the index name"
                        + " 'index_quarterly_statements_on_an_even_longer_reference_name_than_that' has 69 characters; MySQL"
                        + " allows 64, so choose a shorter one");
    }

    @Test
    void refusesAJoinOfOtherTypesThanKeys() {
        assertRefused(MYSQL, "create_join_table_a_b", "a:date b", otherType("a"));
        assertRefused(MYSQL, "create_join_table_a_b", "a b:references{polymorphic}", otherType("b"));
        assertRefused(MYSQL, "create_join_table_a_b", "a:string{80} b", otherType("a"));
        assertRefused(
                MYSQL,
                "create_join_table_a_b",
                "a a",
                "the column 'a_id' of 'as_as' is there twice; name each" + " column once");
    }

    @Test
    void refusesANameThatEndsBeforeItsTable() {
        assertRefused(
                MYSQL,
                "add_title_to_",
                "title",
                "the migration name 'add_title_to_' names no table at its end;"
                        + " write one such as add_title_to_posts");
    }

    private static String otherType(String field) {
        return "the field '" + field + "' of a join table has a type of its own; its columns are bigint: write '"
                + field + "', '" + field + ":index' or '" + field + ":references'";
    }

    private static void assertRefused(Adapter adapter, String name, String fields, String sentence) {
        assertThatExceptionOfType(JetsException.class)
                .isThrownBy(() -> MigrationScript.of(adapter, MigrationName.of(name), fields))
                .withMessage(sentence);
    }

    private static Arguments refused(Adapter adapter, String fields, String sentence) {
        return Arguments.of(adapter, fields, sentence);
    }

    private static Arguments refusedName(String field, String name) {
        return refused(
                MYSQL,
                field,
                "the field name '" + name + "' in '" + field + "' is not made of letters a to z,"
                        + " digits and '_' alone; a field is written name:type, such as title:string");
    }

    private static Arguments outOfRange(Adapter adapter, String type, String number, String range) {
        return refused(
                adapter,
                "a:" + type,
                "the column 'a' is of type " + type + ", but " + number + " is out of range on " + database(adapter)
                        + ": it takes " + range);
    }

    private static Arguments unindexed(Adapter adapter, String type, String obstacle) {
        return refused(
                adapter,
                "a:" + type + ":index",
                "the column 'a' of type " + type + " cannot have an index on " + database(adapter) + ": " + obstacle);
    }

    private static String database(Adapter adapter) {
        return adapter == MYSQL ? "MySQL" : "PostgreSQL";
    }
}
