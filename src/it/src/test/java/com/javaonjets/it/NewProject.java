package com.javaonjets.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What README.md promises of a new project, looked at after a story has taken one through its goals. */
public final class NewProject {

    private static final String JAR = "target/my-blog-1.0.0-SNAPSHOT.jar";
    private static final Pattern CONNECTION = Pattern.compile("\"connection\":(\\d+)");

    private final File folder;
    private final Story story;
    private final Story project;
    private final String adapter;

    private NewProject(File folder, File localRepository, String adapter) {
        this.folder = new File(folder, "my-blog");
        this.story = new Story(folder, localRepository);
        this.project = story.folder("my-blog");
        this.adapter = adapter;
    }

    /** Looks at everything; what is not as promised is an {@link AssertionError}. */
    public static void verify(File folder, File localRepository, String adapter) throws Exception {
        NewProject made = new NewProject(folder, localRepository, adapter);
        made.hasMigratedBothDatabases();
        made.hasUsedOneConnection();
        made.hasAJarForLambda();
        made.answersFromItsJarAlone();
    }

    private void hasMigratedBothDatabases() throws SQLException, IOException {
        assertThat(project.query(adapter, "my_blog_development", """
                        select column_name from information_schema.columns
                        where table_name = 'posts' and table_schema in ('public', 'my_blog_development')
                        order by ordinal_position"""))
                .containsExactly(
                        List.of("id"), List.of("title"), List.of("body"), List.of("created_at"), List.of("updated_at"));
        // By db-test-prepare, before the tests ran.
        assertThat(project.query(adapter, "my_blog_test", "select count(*) from posts"))
                .containsExactly(List.of(0L));
        assertThat(story.getLog()).contains("Tests run: 2, Failures: 0, Errors: 0, Skipped: 0");
    }

    private void hasUsedOneConnection() throws IOException {
        List<String> connections = connections(story.getLog());
        assertThat(connections).hasSize(2);
        assertThat(connections.get(0)).isEqualTo(connections.get(1));
    }

    private void hasAJarForLambda() throws IOException {
        assertThat(story.getLog())
                .containsPattern("my-blog-1\\.0\\.0-SNAPSHOT\\.jar for Lambda: [12]\\.\\d MB")
                .doesNotContain("overlapping");
        try (ZipFile jar = new ZipFile(new File(folder, JAR))) {
            List<String> entries = jar.stream().map(ZipEntry::getName).toList();
            assertThat(entries)
                    .contains("config/database.yml", "config/database.jets")
                    .anyMatch(name -> name.matches("db/migrate/V\\d{14}__create_posts\\.sql"))
                    .noneMatch(name -> name.matches("META-INF/.*\\.(SF|DSA|RSA)"));
        }
    }

    private void answersFromItsJarAlone() throws InterruptedException {
        List<String> printed =
                project.invokeTwice(JAR, "com.example.blog.HelloHandler", adapter, "my_blog_development");
        assertThat(printed)
                .hasSize(2)
                .allMatch(line -> line.matches(
                        "#\\d  \\{\"message\":\"Hello from my-blog\",\"database\":\".+\",\"connection\":\\d+}.*"));
        List<String> connections = connections(String.join("\n", printed));
        assertThat(connections.get(0)).isEqualTo(connections.get(1));
    }

    private static List<String> connections(String text) {
        return CONNECTION
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
