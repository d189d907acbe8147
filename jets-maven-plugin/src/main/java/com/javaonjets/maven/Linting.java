package com.javaonjets.maven;

import com.javaonjets.JetsException;
import com.javaonjets.config.Adapter;
import com.javaonjets.lint.Lint;
import com.javaonjets.lint.LintMode;
import com.javaonjets.lint.Report;
import com.javaonjets.migration.Migration;
import com.javaonjets.migration.MigrationStatus;
import com.javaonjets.migration.MigrationStatus.State;
import com.javaonjets.migration.MigrationText;
import com.javaonjets.migration.Migrator;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/** Prints what is found in migrations, and stops a goal that is to stop at it. */
record Linting(Adapter adapter, Path projectFolder, Log log) {

    /** @throws JetsException if something is found and the mode says so */
    void look(LintMode mode, List<MigrationText> texts, Predicate<MigrationText> chosen) {
        if (mode == LintMode.OFF) {
            return;
        }
        Report report = new Lint(adapter, texts).report(chosen);
        report.lines(projectFolder).forEach(log::warn);
        int count = report.findings().size();
        if (mode == LintMode.ERROR && count > 0) {
            throw new JetsException((count == 1 ? "1 finding" : count + " findings")
                    + " in migrations that would lock or break a running service, shown above; rewrite as shown,"
                    + " or write '-- jets:safe REASON' before a statement that does no harm here");
        }
    }

    static Predicate<MigrationText> pending(Migrator migrator) {
        Set<String> scripts = migrator.status().stream()
                .filter(Linting::isPending)
                .map(MigrationStatus::migration)
                .map(Migration::script)
                .collect(Collectors.toSet());
        return text -> scripts.contains(text.migration().script());
    }

    /** One that is taken back half-way was applied, and no edit of it helps. */
    private static boolean isPending(MigrationStatus status) {
        return status.state() == State.DOWN
                || (status.state() == State.INTERRUPTED && status.appliedAt().isEmpty());
    }
}
