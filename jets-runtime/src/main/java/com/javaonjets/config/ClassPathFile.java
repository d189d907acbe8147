package com.javaonjets.config;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Finds config/database.yml on the class path, and reads what the build made of it where that lies beside it and is up to
 * date. Otherwise the file itself is read: always right, though slower.
 *
 * <p>In a folder or a jar both are read as the class loader itself reads classes: what stands behind {@link URL#openStream}
 * is a dozen classes that a cold start has no other use for.
 */
final class ClassPathFile {

    private static final String FOLDER = "file:/";
    private static final String JAR = "jar:file:/";
    private static final String IN_JAR = "!/";
    private static final String COMPILED = "database.jets";

    private ClassPathFile() {}

    /** {@return the file on the class path of the thread, else on this library's own; null if there is none} */
    static @Nullable ParsedFile find() {
        URL url = url();
        if (url == null) {
            return null;
        }
        String text = url.toString();
        int end = text.indexOf(IN_JAR);
        try {
            File jar = text.startsWith(JAR) && end > 0 && end == text.lastIndexOf(IN_JAR)
                    ? file(text.substring("jar:".length(), end))
                    : null;
            return jar == null ? outside(url) : inJar(jar, text.substring(end + 2));
        } catch (IOException unreadable) {
            throw ConfigFile.unreadable(unreadable);
        }
    }

    /** {@return null where a class loader writes URLs in a way of its own, as with blanks, that it alone can read} */
    private static @Nullable File file(String uri) {
        try {
            return new File(URI.create(uri));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable URL url() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        URL url = loader == null ? null : loader.getResource(ConfigFile.NAME);
        return url == null ? ClassPathFile.class.getResource("/" + ConfigFile.NAME) : url;
    }

    /** The jar knows length and checksum of the file, so that it is not read where what was made of it is up to date. */
    private static ParsedFile inJar(File file, String name) throws IOException {
        try (ZipFile jar = new ZipFile(file)) {
            ZipEntry source = jar.getEntry(name);
            if (source == null) {
                throw new IOException("it is gone");
            }
            byte[] compiled;
            try {
                ZipEntry entry = jar.getEntry(name.substring(0, name.lastIndexOf('/') + 1) + COMPILED);
                compiled = entry == null ? null : read(jar.getInputStream(entry));
            } catch (IOException unreadable) {
                return without(read(jar.getInputStream(source)), unreadable);
            }
            ParsedFile current =
                    compiled == null ? null : CompiledReader.read(compiled, source.getSize(), (int) source.getCrc());
            return current == null ? parsed(read(jar.getInputStream(source)), compiled) : current;
        }
    }

    private static ParsedFile outside(URL url) throws IOException {
        byte[] source = bytes(url);
        if (source == null) {
            throw new IOException("it is gone");
        }
        try {
            return parsed(source, bytes(new URL(url, COMPILED)));
        } catch (IOException unreadable) {
            return without(source, unreadable);
        }
    }

    private static ParsedFile parsed(byte[] source, byte @Nullable [] compiled) {
        ConfigFile file = ConfigFile.of(source);
        ParsedFile parsed = compiled == null ? null : CompiledReader.read(compiled, file);
        return parsed == null ? ParsedFile.of(file) : parsed;
    }

    private static ParsedFile without(byte[] source, IOException unreadable) {
        return ParsedFile.of(
                ConfigFile.of(source),
                List.of(CompiledFormat.NAME + " cannot be read (" + unreadable.getMessage() + "), and "
                        + CompiledFormat.INSTEAD));
    }

    private static byte @Nullable [] bytes(URL url) throws IOException {
        String text = url.toString();
        File file = text.startsWith(FOLDER) ? file(text) : null;
        if (file != null) {
            return file.exists() ? read(new FileInputStream(file)) : null;
        }
        // Another class loader's way, such as that of a jar within a jar.
        try {
            return read(url.openStream());
        } catch (FileNotFoundException none) {
            return null;
        }
    }

    /** No more than a configuration can have. */
    private static byte[] read(InputStream stream) throws IOException {
        try (stream) {
            return stream.readNBytes(ConfigFile.MAX_BYTES + 1);
        }
    }
}
