package com.javaonjets.embedded;

import com.javaonjets.config.Adapter;
import java.nio.file.Path;

/**
 * A server's unpacked binaries.
 *
 * @param folder the one that holds its folders bin and share
 */
record ServerHome(Adapter adapter, Path folder, String version) {

    /** An executable in the folder bin, by the name that it has but for Windows' suffix. */
    String program(String name) {
        return folder.resolve("bin")
                .resolve(Platform.isWindows() ? name + ".exe" : name)
                .toString();
    }

    /** Such as {@code MariaDB 11.4.5}. */
    @Override
    public String toString() {
        return switch (adapter) {
            case POSTGRESQL -> "PostgreSQL " + version;
            case MYSQL -> "MariaDB " + version;
        };
    }
}
