package com.javaonjets.console;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import java.nio.file.Path;
import java.util.Optional;

/** What a person talks SQL to a database by. */
public interface Console {

    /**
     * The console of a kind: {@code program} is the server's own program, found on the PATH; {@code prompt} the one
     * over JDBC; empty takes the program where there is one, else the prompt.
     *
     * @param searchPath as the variable PATH has it
     * @param history where the prompt keeps what was typed
     * @throws JetsException if there is no such kind, the program is not installed, or the server cannot be reached
     */
    static Console of(Optional<String> kind, DatabaseConfig database, String searchPath, Path history) {
        SearchPath programs = new SearchPath(searchPath);
        return switch (kind.orElse("")) {
            case "" -> Program.find(database, programs).orElseGet(() -> new Prompt(history));
            case "prompt" -> new Prompt(history);
            case "program" ->
                Program.find(database, programs)
                        .orElseThrow(() -> new JetsException("no "
                                + String.join(" or ", Client.of(database).programs())
                                + " on the PATH; install the server's client, or take -Djets.console=prompt"));
            default ->
                throw new JetsException(
                        "unknown jets.console '" + kind.orElse("") + "'; expected program or prompt, or nothing");
        };
    }

    /** What it is, for a line that says so. */
    String title();

    /**
     * Talks until the user ends it, on this process's terminal.
     *
     * @throws JetsException if the database cannot be reached
     */
    void open(DatabaseConfig database);
}
