package com.javaonjets.erd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.connection.DirectDataSource;
import com.javaonjets.embedded.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is drawn of a real database. */
abstract class DiagramsContract {

    @TempDir
    private Path folder;

    private DatabaseConfig database;

    abstract Adapter adapter();

    /** The page that the tables of {@link #drawsTheTablesOfABlog} come to. */
    abstract String blog();

    /** A name in quotes. */
    abstract String quoted(String name);

    @BeforeEach
    void createDatabase() throws SQLException {
        database = TestDatabase.create(adapter());
    }

    @Test
    void drawsTheTablesOfABlog() throws Exception {
        execute(
                "CREATE TABLE authors (id bigint PRIMARY KEY, email varchar(80) NOT NULL UNIQUE, joined_at timestamp(6) NULL)",
                "CREATE TABLE posts (id bigint PRIMARY KEY, author_id bigint NOT NULL, editor_id bigint, price decimal(10,2),"
                        + " CONSTRAINT fk_author FOREIGN KEY (author_id) REFERENCES authors (id),"
                        + " CONSTRAINT fk_editor FOREIGN KEY (editor_id) REFERENCES authors (id))",
                "CREATE TABLE drafts (post_id bigint PRIMARY KEY, body text NOT NULL,"
                        + " CONSTRAINT fk_post FOREIGN KEY (post_id) REFERENCES posts (id))",
                "CREATE TABLE revisions (post_id bigint NOT NULL, number int NOT NULL, parent_post_id bigint, parent_number int,"
                        + " PRIMARY KEY (post_id, number),"
                        + " CONSTRAINT fk_parent FOREIGN KEY (parent_post_id, parent_number) REFERENCES revisions (post_id, number))",
                "CREATE TABLE jets_metadata (id int)",
                "CREATE TABLE flyway_schema_history (id int)",
                "CREATE VIEW authors_of_posts AS SELECT a.email FROM authors a JOIN posts p ON p.author_id = a.id");

        List<Path> files = Diagrams.write(database, folder.resolve("db"), "schema");

        assertThat(files).containsExactly(folder.resolve("db/schema.svg"), folder.resolve("db/schema.md"));
        assertThat(folder.resolve("db/schema.md")).content().isEqualTo(blog());
        assertThat(folder.resolve("db/schema.svg"))
                .content()
                .contains(">authors</text>", ">email</text>", ">PK,FK</text>")
                .contains("<title>posts (author_id) refers to authors (id)</title>")
                .contains(
                        "<title>revisions (parent_post_id, parent_number) refers to revisions (post_id, number)</title>")
                .doesNotContain("jets_metadata", "flyway_schema_history", "authors_of_posts");
    }

    @Test
    void countsAsUniqueWhatIsSoInAllRows() throws Exception {
        execute(
                "CREATE TABLE a (id int PRIMARY KEY)",
                "CREATE TABLE b (id int PRIMARY KEY, alone int UNIQUE, x int, y int, UNIQUE (x, y),"
                        + " CONSTRAINT one FOREIGN KEY (alone) REFERENCES a (id),"
                        + " CONSTRAINT two FOREIGN KEY (x) REFERENCES a (id))");

        Schema schema = SchemaReader.read(database);

        assertThat(schema.references()).extracting(Schema.Reference::unique).containsExactly(true, false);
        assertThat(schema.tables().get(1).columns())
                .extracting(Schema.Column::unique)
                .containsExactly(true, true, false, false);
    }

    @Test
    void survivesNamesThatMeanSomethingToXmlAndMermaid() throws Exception {
        String hostile = "</text> & \"%one\" --> {";
        execute("CREATE TABLE " + quoted(hostile) + " (" + quoted("id\"] <b>") + " int PRIMARY KEY, " + quoted("名前")
                + " int)");

        Diagrams.write(database, folder, "schema");

        assertThat(SvgText.of(Files.readString(folder.resolve("schema.svg")))).contains(hostile, "id\"] <b>", "名前");
        assertThat(folder.resolve("schema.md"))
                .content()
                .contains("    \"</text> & __one_ --> {\" {\n")
                .contains(" id_]__b_ PK \"id_] <b>\"\n")
                .contains(" 名前 \"null\"\n");
    }

    @Test
    void givesTheSameBytesAgain() throws Exception {
        execute(
                "CREATE TABLE a (id int PRIMARY KEY)",
                "CREATE TABLE b (id int PRIMARY KEY, a_id int REFERENCES a (id), other_id int REFERENCES a (id))");

        Diagrams.write(database, folder.resolve("1"), "schema");
        Diagrams.write(database, folder.resolve("2"), "schema");

        assertThat(folder.resolve("2/schema.svg")).hasSameTextualContentAs(folder.resolve("1/schema.svg"));
    }

    @Test
    void saysWhatToDoWhereThereIsNothingToDraw() {
        assertThatThrownBy(() -> Diagrams.write(database, folder, "schema"))
                .isInstanceOf(JetsException.class)
                .hasMessage("no tables in '" + database.database() + "' to draw; run mvn jets:db-migrate first; or,"
                        + " where there is no migration yet, before it mvn jets:db-generate -Dname=create_posts"
                        + " -Dfields=\"title:string body:text\"");
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = DirectDataSource.of(database).getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
