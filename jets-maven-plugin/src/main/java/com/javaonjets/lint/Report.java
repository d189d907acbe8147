package com.javaonjets.lint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What was found in migrations.
 *
 * @param remarks what was not checked, and silences that silence nothing
 */
public record Report(List<Finding> findings, List<Remark> remarks) {

    /** Copies the lists. */
    public Report {
        findings = List.copyOf(findings);
        remarks = List.copyOf(remarks);
    }

    /** Whether no hazard was found in what could be checked. */
    public boolean isClean() {
        return findings.isEmpty();
    }

    /**
     * The report as text.
     *
     * @param root what the files' paths are shown from
     */
    public List<String> lines(Path root) {
        List<String> lines = new ArrayList<>();
        findings.forEach(finding -> lines.addAll(finding.lines(root)));
        remarks.forEach(remark -> lines.add(Paths.shown(root, remark.file()) + ": " + remark.text()));
        return lines;
    }

    /** Something said of a file in one line. */
    record Remark(Path file, String text) {}
}
