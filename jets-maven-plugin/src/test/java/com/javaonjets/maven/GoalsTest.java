package com.javaonjets.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.maven.Descriptor.Goal;
import com.javaonjets.maven.Descriptor.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What users read of the goals: {@code jets:help}, and docs/goals.md in the same words. */
class GoalsTest {

    private static final Path PAGE = Path.of("..", "docs", "goals.md");
    private static final String BEGIN =
            "<!-- From the goals' javadoc: mvn test -Dtest=GoalsTest -Djets.docs=write -->\n";

    /** What every goal on databases has, told once. */
    private static final Set<String> SHARED = Set.of("env", "db", "placeholders");

    @Test
    void everyGoalSaysWhatItDoesAndMayRunBesideOthers() throws Exception {
        assertThat(Descriptor.read().goals()).isNotEmpty().allSatisfy(goal -> {
            assertThat(goal.description()).as(goal.name()).isNotBlank();
            assertThat(goal.threadSafe())
                    .as("%s: threadSafe = true", goal.name())
                    .isTrue();
        });
    }

    @Test
    void everyParameterSaysWhatItIsFor() throws Exception {
        for (Goal goal : Descriptor.read().goals()) {
            assertThat(goal.parameters())
                    .as(goal.name())
                    .allSatisfy(parameter -> assertThat(parameter.description())
                            .as("javadoc of %s in %s", parameter.name(), goal.name())
                            .isNotBlank());
        }
    }

    @Test
    void thePageHoldsTheSameWords() throws Exception {
        String page = Files.readString(PAGE).replace("\r\n", "\n");
        String expected = page.substring(0, page.indexOf(BEGIN)) + BEGIN + generated(Descriptor.read());

        if ("write".equals(System.getProperty("jets.docs"))) {
            Files.writeString(PAGE, expected);
        }

        assertThat(PAGE)
                .as("docs/goals.md; mvn test -Dtest=GoalsTest -Djets.docs=write brings it up to date")
                .content()
                .isEqualTo(expected);
    }

    private static String generated(Descriptor descriptor) {
        return "\n" + descriptor.goals().stream().map(GoalsTest::section).collect(Collectors.joining("\n"));
    }

    private static String section(Goal goal) {
        List<Parameter> own = goal.parameters().stream()
                .filter(parameter -> !SHARED.contains(parameter.name()))
                .toList();
        String table = own.stream().map(GoalsTest::row).collect(Collectors.joining());
        return "## " + goal.name() + "\n\n" + markdown(goal.description()) + "\n"
                + (own.isEmpty() ? "" : "\n| parameter | what it is for | left out |\n| --- | --- | --- |\n" + table);
    }

    private static String row(Parameter parameter) {
        String name = parameter.property().isEmpty()
                ? "`<" + parameter.name() + ">` in the pom"
                : "`-D" + parameter.property() + "`";
        String left = parameter.defaultValue().isEmpty() ? "" : "`" + parameter.defaultValue() + "`";
        String text = markdown(parameter.description()).replace("|", "\\|").replaceAll("\\s+", " ");
        return "| " + name + " | " + text + " | " + left + " |\n";
    }

    private static String markdown(String html) {
        return html.replaceAll("\\s*(<p>|\n)\\s*", "\n\n")
                .replaceAll("</?code>", "`")
                .replaceAll("<a href=\"([^\"]*)\">([^<]*)</a>", "[$2]($1)")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
    }
}
