package com.javaonjets.lint;

import com.javaonjets.lint.Report.Remark;
import com.javaonjets.migration.MigrationText;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The comments {@code -- jets:safe reason} of a file; one silences the statement that it stands in, before, or after on the line. */
final class Silences {

    private static final Pattern COMMENT = Pattern.compile("--\\s*jets:safe\\b[:\\s]*(.*)");

    private final TreeMap<Integer, String> reasons = new TreeMap<>();

    Silences(MigrationText text) {
        List<String> lines = text.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher comment = COMMENT.matcher(lines.get(i));
            if (comment.find()) {
                reasons.put(i + 1, comment.group(1).strip());
            }
        }
    }

    /**
     * Whether a reason stands by a statement.
     *
     * @param after the last line of the statement before, or 0
     * @param last the last line of the statement
     */
    boolean silence(int after, int last) {
        return reasons.subMap(after, false, last, true).values().stream().anyMatch(reason -> !reason.isEmpty());
    }

    List<Remark> remarks(MigrationText text) {
        List<Remark> remarks = new ArrayList<>();
        reasons.forEach((line, reason) -> {
            if (reason.isEmpty()) {
                remarks.add(new Remark(
                        text.path(),
                        "line " + line + ": '-- jets:safe' silences nothing without a reason;"
                                + " write one, such as -- jets:safe the table has ten rows"));
            }
        });
        return remarks;
    }
}
