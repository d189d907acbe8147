package com.javaonjets.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.javaonjets.JetsException;
import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.embedded.TestDatabase;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a console does on a real server. */
abstract class ConsoleContract {

    @TempDir
    private Path folder;

    private DatabaseConfig database;

    abstract Adapter adapter();

    /** A statement that runs for ten minutes. */
    abstract String longStatement();

    /** A statement that makes the server end its session. */
    abstract String suicide();

    /** What the server says of a table that is not there. */
    abstract String missingTable();

    /** A search path with the server's own program, if this machine has it. */
    abstract String programs();

    @BeforeEach
    void createDatabase() throws SQLException {
        database = TestDatabase.create(adapter());
    }

    @Test
    void alignsRowsAndCountsThem() {
        assertThat(answers("select 1 as id, 'Hello' as title union all select 200, null order by 1;"))
                .isEqualTo("""
                 id  | title
                -----+-------
                   1 | Hello
                 200 | NULL
                (2 rows)
                """);
    }

    @Test
    void alignsCharactersThatTakeTwoColumns() {
        assertThat(answers("select '日本' as a, 'x' as b;")).isEqualTo("""
                  a   | b
                ------+---
                 日本 | x
                (1 row)
                """);
    }

    @Test
    void showsAllOfAWideValueInOneLine() {
        assertThat(answers("select concat('a', '\n', repeat('x', 500)) as v;"))
                .contains(" a\\n" + "x".repeat(500) + "\n");
    }

    @Test
    void takesStatementsOverSeveralLinesAndSeveralOnOne() {
        assertThat(answers(
                        "create table t (\n  id int\n);\ninsert into t values (1), (2); delete from t where id = 1;\n"))
                .endsWith("ok (2 rows)\nok (1 row)\n");
    }

    @Test
    void goesOnAfterAnError() {
        assertThat(answers("select * from missing;\nselect 42 as answer;")).contains(missingTable(), " 42\n");
    }

    @Test
    void printsEveryRowOfALongResult() {
        String digits = "(select 0 d union select 1 union select 2 union select 3 union select 4 union select 5"
                + " union select 6 union select 7 union select 8 union select 9)";

        String printed = answers("select a.d + 10 * b.d + 100 * c.d + 1000 * e.d as n from " + digits + " a, " + digits
                + " b, " + digits + " c, (select 0 d union select 1 union select 2) e order by n;");

        assertThat(printed.lines())
                .hasSize(3003)
                .contains("   0", " 2999")
                .last()
                .isEqualTo("(3000 rows)");
    }

    @Test
    void runsAtTheEndWhatLacksItsSemicolon() {
        assertThat(answers("select 42 as answer")).contains(" 42\n");
    }

    @Test
    void endsAtItsCommand() {
        assertThat(answers("\\?\n\\x\n\\q\nselect 42 as answer;"))
                .contains("Ctrl-D", "no such command")
                .doesNotContain("42");
    }

    @Test
    void connectsAnewWhenItsSessionWasEnded() {
        assertThat(answers(suicide() + ";\nselect 42 as answer;"))
                .contains("connected anew; what the lost session had set or begun is gone\n", " 42\n");
    }

    @Test
    void keepsItsSessionBetweenStatements() {
        assertThat(
                        answers(
                                "create table t (id int);\nbegin;\ninsert into t values (1);\nrollback;\nselect count(*) as n from t;"))
                .contains(" 0\n");
    }

    @Test
    void showsItsPromptOnATerminalThatCanNothingButPrint() {
        assertThat(answers("blog> ", "select 42\nas answer;\n"))
                .startsWith("blog> -> ")
                .endsWith("(1 row)\nblog> ");
    }

    private String answers(String typed) {
        return answers("", typed);
    }

    private String answers(String prompt, String typed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SqlText text = new SqlText(adapter());
        try (Talk talk = new PlainTalk(
                        new BufferedReader(new StringReader(typed)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        prompt,
                        text);
                Dialogue dialogue = Dialogue.open(database, talk, text)) {
            dialogue.run();
        }
        return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void keepsWholeStatementsAsTheHistoryOfATerminal() throws Exception {
        Path history = folder.resolve("history");
        try (Typist typist = Typist.at(database, history)) {
            typist.type("select 40 +\r2 as answer;\r");
            typist.await(" 42");
            typist.end();
        }

        assertThat(history).content().contains("select 40 +\\n2 as answer;");
    }

    @Test
    void dropsWhatIsTypedAtCtrlC() throws Exception {
        try (Typist typist = Typist.at(database, folder.resolve("history"))) {
            typist.type("select 'dropped'\r");
            typist.await("-> ");
            typist.interrupt();
            typist.type("select 40 + 2 as answer;\r");
            typist.await(" 42");
            assertThat(typist.end()).doesNotContain(" dropped");
        }
    }

    @Test
    void stopsARunningStatementAtCtrlC() throws Exception {
        try (Typist typist = Typist.at(database, folder.resolve("history"))) {
            typist.type(longStatement() + ";\r");
            typist.interruptUntilPrompted();
            typist.type("select 40 + 2 as answer;\r");
            typist.await(" 42");
            typist.end();
        }
    }

    @Test
    void runsWhatIsPipedIntoThePrompt() throws Exception {
        try (ConsoleProcess console = ConsoleProcess.start("prompt", database, "", folder)) {
            console.type("select 40 +\n2 as answer;\n");

            assertThat(console.rest()).isEqualTo("""
                     answer
                    --------
                         42
                    (1 row)
                    """);
            assertThat(console.exitCode()).isZero();
        }
    }

    @Test
    void endsAtTheFirstErrorOfWhatIsPipedIntoThePrompt() throws Exception {
        try (ConsoleProcess console = ConsoleProcess.start("prompt", database, "", folder)) {
            console.type("select 41 + 1 as answer;\nselect *\nfrom missing;\nselect 'later' as v;\n");

            assertThat(console.rest())
                    .contains(
                            " 42\n",
                            missingTable(),
                            "\n  statement: select * from missing\n  next: correct it; nothing after it was run\n")
                    .doesNotContain("later");
            assertThat(console.exitCode()).isNotZero();
        }
    }

    /** To replace what it cannot read would change data in silence. */
    @Test
    void endsAtWhatIsPipedInAnotherEncoding() throws Exception {
        try (ConsoleProcess console = ConsoleProcess.start("prompt", database, "", folder)) {
            console.type("select 'Jos\u00e9' as v;\n".getBytes(StandardCharsets.ISO_8859_1));

            assertThat(console.rest())
                    .contains("what is piped is not in UTF-8; nothing more of it was run")
                    .doesNotContain("(1 row)");
            assertThat(console.exitCode()).isNotZero();
        }
    }

    @Test
    void endsAtACommandThatItDoesNotKnow() throws Exception {
        try (ConsoleProcess console = ConsoleProcess.start("prompt", database, "", folder)) {
            console.type("\\d posts\nselect 'later' as v;\n");

            assertThat(console.rest())
                    .contains("\\d posts: no such command; there are \\? and \\q, and SQL; nothing after it was run\n")
                    .doesNotContain(" later");
            assertThat(console.exitCode()).isNotZero();
        }
    }

    @Test
    void endsAtTheFirstErrorOfWhatIsPipedIntoTheServersOwnProgram() throws Exception {
        assumeTrue(new SearchPath(programs()).find(List.of("psql", "mariadb")).isPresent(), "no program here");
        try (ConsoleProcess console = ConsoleProcess.start("program", database, programs(), folder)) {
            console.type("select * from missing;\nselect concat('la', 'ter');\n");

            assertThat(console.rest())
                    .containsPattern("JetsException: \\S+ ended with exit code \\d; what it said stands above")
                    .doesNotContain("later");
            assertThat(console.exitCode()).isNotZero();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void opensTheServersOwnProgramAndShowsNobodyThePassword() throws Exception {
        assumeTrue(new SearchPath(programs()).find(List.of("psql", "mariadb")).isPresent(), "no program here");
        try (ConsoleProcess console = ConsoleProcess.start("program", database, programs(), folder)) {
            console.type("select concat('rea', 'dy');\n");
            if (adapter() == Adapter.POSTGRESQL) {
                assertThat(console.await("ready")).isNotNull();
            }
            assertThat(commandLines())
                    .anyMatch(line -> line.contains(ConsoleProcess.class.getName()))
                    .noneMatch(line -> line.contains(database.password().orElseThrow()));
            String rest = console.rest();
            assertThat(console.exitCode()).as(rest).isZero();
            assertThat(adapter() == Adapter.POSTGRESQL ? "ready" : rest).contains("ready");
        }
        assertThat(folder).isEmptyDirectory();
    }

    /** Of all processes that this one can see, with their arguments. */
    private static List<String> commandLines() throws IOException {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .map(process -> process.resolve("cmdline"))
                    .filter(Files::isReadable)
                    .flatMap(file -> {
                        try {
                            return Stream.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                        } catch (IOException e) {
                            return Stream.of();
                        }
                    })
                    .toList();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void leavesNoFileBehindWhenItIsEnded() throws Exception {
        assumeTrue(new SearchPath(programs()).find(List.of("psql", "mariadb")).isPresent(), "no program here");
        try (ConsoleProcess console = ConsoleProcess.start("program", database, programs(), folder)) {
            console.type("select 1;\n");
            awaitFolder(false);
            console.terminate();
        }
        awaitFolder(true);
    }

    private void awaitFolder(boolean empty) throws InterruptedException {
        for (int i = 0; i < 1200 && isEmpty(folder) != empty; i++) {
            Thread.sleep(50);
        }
        assertThat(isEmpty(folder)).isEqualTo(empty);
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("hsperf"))
                    .findAny()
                    .isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a program says of it leaves the user to find out how a database is made. */
    @Test
    void tellsOfAMissingDatabaseAsEveryGoalDoes() {
        DatabaseConfig missing = database.toBuilder().database("missing_x").build();
        assertThatThrownBy(() -> Console.of(Optional.empty(), missing, programs(), folder))
                .isInstanceOf(JetsException.class)
                .hasMessageContaining("missing_x")
                .hasMessageEndingWith("; create it by mvn jets:db-create -Djets.env=test");
    }

    @Test
    void tellsOfAWrongPasswordAndOfAServerThatIsDownBeforeAProgramStarts() {
        DatabaseConfig wrong =
                database.toBuilder().password(Optional.of("wrong")).build();
        DatabaseConfig down = database.toBuilder().port(1).build();
        for (DatabaseConfig unreachable : List.of(wrong, down)) {
            assertThatThrownBy(() -> Console.of(Optional.empty(), unreachable, programs(), folder))
                    .isInstanceOf(JetsException.class)
                    .hasMessageStartingWith("cannot connect to ");
        }
    }

    @Test
    void saysWhatToInstallWhereTheProgramIsMissing() {
        assertThatThrownBy(() -> Console.of(Optional.of("program"), database, "", folder))
                .isInstanceOf(JetsException.class)
                .hasMessageContaining(" on the PATH; install the server's client, or take -Djets.console=prompt");
    }

    @Test
    void takesThePromptWhereTheProgramIsMissing() {
        assertThat(Console.of(Optional.empty(), database, "", folder)).isInstanceOf(Prompt.class);
    }

    @Test
    void refusesAConsoleOfAnotherKind() {
        assertThatThrownBy(() -> Console.of(Optional.of("pgcli"), database, "", folder))
                .isInstanceOf(JetsException.class)
                .hasMessage("unknown jets.console 'pgcli'; expected program or prompt, or nothing");
    }
}
