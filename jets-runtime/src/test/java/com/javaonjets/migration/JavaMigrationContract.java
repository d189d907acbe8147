package com.javaonjets.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import com.javaonjets.migration.MigrationStatus.State;
import java.io.IOException;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Migrations in Java, compiled into a folder as a project's classes are, run between those in SQL. */
interface JavaMigrationContract {

    MigrationProject project();

    /** Where classes are compiled to. */
    Path classes();

    @Test
    default void appliesListsAndTakesBackMigrationsInJava() throws IOException {
        write("V2__FillA", "update(context, \"insert into a values (2)\");");
        project().withTable("1", "a").withTable("3", "b");
        assertThat(migrator().plan())
                .extracting(planned -> planned.migration().script())
                .containsExactly("V1__create_a.sql", "db.migrate.V2__FillA", "V3__create_b.sql");
        assertThat(migrator().migrate()).hasSize(3);
        assertThat(project().query("select id from a")).containsExactly("2");
        assertThat(migrator().status()).extracting(MigrationStatus::state).containsOnly(State.UP);
        assertThat(migrator().migrate()).isEmpty();

        assertThatThrownBy(() -> migrator().rollback(2))
                .isInstanceOf(JetsException.class)
                .hasMessage(
                        "db.migrate.V2__FillA cannot be taken back: U2__filla.sql is missing; nothing was run; write U2__filla.sql, with"
                                + " what takes the migration back, or an empty file if nothing has to be");
        assertThat(project().tables()).contains("b");
        project().with("U2__filla.sql", "delete from a;");
        assertThat(migrator().rollback(2)).hasSize(2);
        assertThat(project().query("select id from a")).isEmpty();
    }

    @Test
    default void findsThemInAJar() throws IOException {
        write("V2__FillA", "update(context, \"insert into a values (2)\");");
        project().withTable("1", "a");
        Path jar = jar();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {url(jar)}, getClass().getClassLoader())) {
            assertThat(project().migrator().withClasses(loader).migrate()).hasSize(2);
        }
        assertThat(project().query("select id from a")).containsExactly("2");
    }

    @Test
    default void reportsAClassThatIsGoneAndRunsTheRest() throws IOException {
        write("V2__FillA", "update(context, \"insert into a values (2)\");");
        project().withTable("1", "a");
        migrator().migrate();
        project().withTable("3", "b");
        assertThat(project().migrator().migrate()).hasSize(1);
        assertThat(project().migrator().status())
                .extracting(MigrationStatus::state)
                .contains(State.MISSING);
    }

    @Test
    default void saysWhatFailedInOne() throws IOException {
        write(
                "V2__FillA",
                "update(context, \"insert into a values (2)\"); throw new IllegalStateException(\"too few\");");
        project().withTable("1", "a");
        assertThatThrownBy(() -> migrator().migrate())
                .isInstanceOf(JetsException.class)
                .hasMessage("""
                        db.migrate.V2__FillA failed: java.lang.IllegalStateException: too few
                          kept: nothing of it, save what it has committed itself
                          next: correct the class, compile it, then run mvn jets:db-migrate again""");
        assertThat(project().query("select id from a")).isEmpty();
        write("V2__FillA", "update(context, \"insert into a values (3)\");");
        assertThat(migrator().migrate()).hasSize(1);
        assertThat(project().query("select id from a")).containsExactly("3");
    }

    @Test
    default void refusesWhatCannotBeUsed() throws IOException {
        write(
                "V2__FillA",
                "update(context, Missing.SQL);",
                "final class Missing { static final String SQL = text(); static String" + " text() { return \"\"; } }",
                "static final String SQL = Missing.SQL;");
        Files.delete(classes().resolve("db/migrate/Missing.class"));
        refused(
                "the Java migration db.migrate.V2__FillA cannot be used: java.lang.NoClassDefFoundError: db/migrate/Missing; nothing"
                        + " was run; is everything that it needs on the class path, compiled for this Java or an older one?");

        write("V2__FillA", "", "", "public V2__FillA() { throw new IllegalStateException(\"no\"); }");
        refused(
                "the Java migration db.migrate.V2__FillA cannot be used: its constructor failed: java.lang.IllegalStateException: no;"
                        + " nothing was run; correct it");

        write("V2__FillA", "", "", "private V2__FillA() {}");
        refused(
                "the Java migration db.migrate.V2__FillA cannot be used: it is not public, or has no public constructor without"
                        + " parameters; nothing was run; a migration is made by that");

        write("V2__FillA", "");
        project().withTable("2", "a");
        refused("two migrations have version 2: the class db.migrate.V2__FillA and "
                + project().folder().resolve("V2__create_a.sql") + "; give one of them another");
    }

    private void refused(String sentence) {
        assertThatThrownBy(() -> migrator().migrate())
                .isInstanceOf(JetsException.class)
                .hasMessage(sentence);
    }

    private Migrator migrator() {
        URLClassLoader loader =
                new URLClassLoader(new URL[] {url(classes())}, getClass().getClassLoader());
        return project().migrator().withClasses(loader);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void write(String name, String body) throws IOException {
        write(name, body, "", "");
    }

    private void write(String name, String body, String classBeside, String member) throws IOException {
        Path source = classes().resolve(name + ".java");
        Files.createDirectories(classes());
        Files.writeString(
                source, """
                package db.migrate;

                import java.sql.Statement;
                import org.flywaydb.core.api.migration.BaseJavaMigration;
                import org.flywaydb.core.api.migration.Context;

                public final class NAME extends BaseJavaMigration {
                    MEMBER
                    @Override
                    public void migrate(Context context) throws Exception {
                        BODY
                    }

                    static void update(Context context, String sql) throws Exception {
                        try (Statement statement = context.getConnection().createStatement()) {
                            statement.executeUpdate(sql);
                        }
                    }
                }
                """.replace("NAME", name).replace("MEMBER", member).replace("BODY", body) + classBeside);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-cp", classPath(), "-d", classes().toString(), source.toString());
        assertThat(result).isZero();
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private Path jar() throws IOException {
        Path jar = classes().resolveSibling("app.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> paths = Files.walk(classes().resolve("db"))) {
            for (Path path : paths.toList()) {
                String name = classes().relativize(path).toString().replace('\\', '/');
                out.putNextEntry(new JarEntry(Files.isDirectory(path) ? name + "/" : name));
                if (Files.isRegularFile(path)) {
                    Files.copy(path, out);
                }
                out.closeEntry();
            }
        }
        return jar;
    }
}
