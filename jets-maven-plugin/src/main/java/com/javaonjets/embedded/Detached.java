package com.javaonjets.embedded;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Keeps a process apart from the terminal, whose Ctrl-C goes to every process that was started from it. */
final class Detached {

    private Detached() {}

    /**
     * The words before a command by which it runs in a session of its own: setsid where there is one, Perl on macOS,
     * which has both Perl and no setsid. Elsewhere none: there Ctrl-C ends the server for every build.
     */
    static List<String> prefix() {
        if (Platform.isWindows()) {
            return List.of();
        }
        return find("setsid")
                .map(List::of)
                .or(() -> find("perl").map(perl -> List.of(perl, "-e", "use POSIX; POSIX::setsid(); exec @ARGV")))
                .orElse(List.of());
    }

    private static Optional<String> find(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
