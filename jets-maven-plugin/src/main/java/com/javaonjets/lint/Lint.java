package com.javaonjets.lint;

import com.javaonjets.config.Adapter;
import com.javaonjets.lint.Report.Remark;
import com.javaonjets.migration.MigrationText;
import com.javaonjets.migration.MigrationText.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds what locks or breaks a service that is running. Immutable.
 *
 * @param all the project's migrations, oldest first: those before a statement tell the types that its columns have
 */
public record Lint(Adapter adapter, List<MigrationText> all) {

    private static final int STATEMENT_LENGTH = 120;

    /** Copies the list. */
    public Lint {
        all = List.copyOf(all);
    }

    /** What is found in the migrations chosen, in their order. */
    public Report report(Predicate<MigrationText> chosen) {
        List<Finding> findings = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        List<String> earlier = new ArrayList<>();
        for (MigrationText text : all) {
            if (chosen.test(text)) {
                look(text, rules(text, List.copyOf(earlier)), findings, remarks);
            }
            text.statements().forEach(statement -> earlier.add(statement.sql()));
        }
        return new Report(findings, remarks);
    }

    private Rules rules(MigrationText text, List<String> earlier) {
        return switch (adapter) {
            case POSTGRESQL -> new PostgreSqlRules(text.statements(), earlier);
            case MYSQL -> new MySqlRules(text.statements(), earlier);
        };
    }

    private static void look(MigrationText text, Rules rules, List<Finding> findings, List<Remark> remarks) {
        Silences silences = new Silences(text);
        int before = 0;
        for (int i = 0; i < text.statements().size(); i++) {
            Statement statement = text.statements().get(i);
            int last = statement.line() + withoutComments(statement.sql()).size() - 1;
            boolean silenced = silences.silence(before, last);
            before = last;
            Optional<List<Hazard>> hazards = rules.hazards(i);
            if (silenced) {
                continue;
            }
            String first = firstLine(statement);
            hazards.ifPresentOrElse(
                    found -> found.forEach(
                            hazard -> findings.add(new Finding(text.path(), statement.line(), first, hazard))),
                    () -> remarks.add(new Remark(text.path(), "not checked: line " + statement.line() + ": " + first)));
        }
        remarks.addAll(silences.remarks(text));
    }

    private static String firstLine(Statement statement) {
        List<String> lines = withoutComments(statement.sql());
        String first = lines.get(0).strip();
        if (first.length() > STATEMENT_LENGTH) {
            return first.substring(0, STATEMENT_LENGTH) + " ...";
        }
        return lines.size() > 1 ? first + " ..." : first;
    }

    /** The statement's lines from its first word on. */
    private static List<String> withoutComments(String sql) {
        List<String> lines = sql.strip().lines().toList();
        int first = 0;
        while (first < lines.size() - 1 && isComment(lines.get(first).strip())) {
            first++;
        }
        return lines.subList(first, lines.size());
    }

    private static boolean isComment(String line) {
        return line.isEmpty() || line.startsWith("--") || line.startsWith("#") || line.startsWith("/*");
    }
}
