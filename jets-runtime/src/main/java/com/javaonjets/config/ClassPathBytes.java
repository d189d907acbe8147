package com.javaonjets.config;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads a resource. In a folder or a jar it is read as the class loader itself reads classes: what stands behind
 * {@link URL#openStream} is a dozen classes that a cold start has no other use for.
 */
final class ClassPathBytes {

    private static final String FILE = "file:/";
    private static final String JAR = "jar:file:/";
    private static final String IN_JAR = "!/";

    private ClassPathBytes() {}

    /** {@return what stands there, no more than a configuration can have; null if nothing does} */
    static byte @Nullable [] of(URL url) throws IOException {
        String text = url.toString();
        int entry = text.indexOf(IN_JAR);
        if (text.startsWith(FILE)) {
            return file(new File(URI.create(text)));
        }
        if (text.startsWith(JAR) && entry > 0 && entry == text.lastIndexOf(IN_JAR)) {
            File jar = new File(URI.create(text.substring("jar:".length(), entry)));
            return entry(jar, text.substring(entry + IN_JAR.length()));
        }
        return stream(url);
    }

    private static byte @Nullable [] file(File file) throws IOException {
        if (!file.exists()) {
            return null;
        }
        try (InputStream in = new FileInputStream(file)) {
            return read(in);
        }
    }

    private static byte @Nullable [] entry(File jar, String name) throws IOException {
        try (ZipFile zip = new ZipFile(jar)) {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                return null;
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return read(in);
            }
        }
    }

    /** Another class loader's way, such as that of a jar within a jar. */
    private static byte @Nullable [] stream(URL url) throws IOException {
        try (InputStream in = url.openStream()) {
            return read(in);
        } catch (FileNotFoundException none) {
            return null;
        }
    }

    private static byte[] read(InputStream in) throws IOException {
        return in.readNBytes(ConfigFile.MAX_BYTES + 1);
    }
}
