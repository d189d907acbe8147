package com.javaonjets.lint;

import java.nio.file.Path;

/** How a file is named to its user. */
final class Paths {

    private Paths() {}

    /** From the root on if the file is below it, so that terminals and editors find it. */
    static String shown(Path root, Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path base = root.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(base) ? base.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }
}
