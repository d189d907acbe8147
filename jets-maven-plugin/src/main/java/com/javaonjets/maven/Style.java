package com.javaonjets.maven;

import java.io.Console;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;

/** Colours where Maven has them on: not in a pipe, not in batch mode, and not under {@code -Dstyle.color=never}. */
enum Style {
    PLAIN,
    COLOURED;

    private static final String RESET = "\u001B[m";

    /**
     * Maven 3 keeps its decision in Jansi, which it lends to goals and Maven 4 does not; there the same rules are followed
     * here.
     */
    static Style of(MavenSession session) {
        String wanted = session.getUserProperties().getProperty("style.color", "auto");
        boolean coloured = switch (wanted) {
            case "always" -> true;
            case "never" -> false;
            default -> session.getRequest().isInteractiveMode() && isTerminal() && isEnabledInMaven();
        };
        return coloured ? COLOURED : PLAIN;
    }

    private static boolean isTerminal() {
        return System.getenv("NO_COLOR") == null
                && Optional.ofNullable(System.console())
                        .filter(Style::isTerminal)
                        .isPresent();
    }

    /** From Java 22 on there is a console without a terminal too. */
    private static boolean isTerminal(Console console) {
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    private static boolean isEnabledInMaven() {
        try {
            return (boolean) Class.forName("org.fusesource.jansi.Ansi")
                    .getMethod("isEnabled")
                    .invoke(null);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** As Maven's own words of success. */
    String success(String text) {
        return in("1;32", text);
    }

    String warning(String text) {
        return in("1;33", text);
    }

    String failure(String text) {
        return in("1;31", text);
    }

    private String in(String colour, String text) {
        return this == PLAIN ? text : "\u001B[" + colour + "m" + text + RESET;
    }
}
