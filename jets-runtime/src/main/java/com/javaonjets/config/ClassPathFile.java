package com.javaonjets.config;

import java.io.IOException;
import java.net.URL;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds config/database.yml on the class path, and reads what the build made of it where that lies beside it and is up to
 * date. Otherwise the file itself is read: always right, though slower.
 */
final class ClassPathFile {

    private ClassPathFile() {}

    /** {@return the file on the class path of the thread, else on this library's own; null if there is none} */
    static @Nullable ParsedFile find() {
        URL url = url();
        if (url == null) {
            return null;
        }
        ConfigFile file = read(url);
        try {
            byte[] compiled = ClassPathBytes.of(new URL(url, "database.jets"));
            ParsedFile parsed = compiled == null ? null : CompiledReader.read(compiled, file);
            return parsed == null ? ParsedFile.of(file) : parsed;
        } catch (IOException unreadable) {
            return ParsedFile.of(
                    file,
                    List.of(CompiledFormat.NAME + " cannot be read (" + unreadable.getMessage() + "), and "
                            + CompiledFormat.INSTEAD));
        }
    }

    private static @Nullable URL url() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        URL url = loader == null ? null : loader.getResource(ConfigFile.NAME);
        return url == null ? ClassPathFile.class.getResource("/" + ConfigFile.NAME) : url;
    }

    private static ConfigFile read(URL url) {
        try {
            byte[] bytes = ClassPathBytes.of(url);
            if (bytes == null) {
                throw new IOException("it is gone");
            }
            return ConfigFile.of(bytes);
        } catch (IOException unreadable) {
            throw ConfigFile.unreadable(unreadable);
        }
    }
}
