package com.javaonjets.lint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A hazard and the statement that holds it. */
record Finding(Path file, int line, String statement, Hazard hazard) {

    /** @param root what the file's path is shown from */
    List<String> lines(Path root) {
        List<String> lines = new ArrayList<>();
        lines.add(Paths.shown(root, file) + ":" + line + ": " + statement);
        lines.add("  " + hazard.effect());
        if (!hazard.safe().isEmpty()) {
            lines.add("  safe:");
        }
        for (Step step : hazard.safe()) {
            lines.add("    -- " + step.title());
            step.sql().lines().forEach(sql -> lines.add("    " + sql));
        }
        return lines;
    }
}
