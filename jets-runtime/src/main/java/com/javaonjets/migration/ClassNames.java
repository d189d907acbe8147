package com.javaonjets.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The names of the classes of a package, in folders and jars, none of them loaded. */
record ClassNames(ClassLoader loader) {

    private static final String SUFFIX = ".class";

    /** Those of the package itself, without the classes within them, in the order of their names. */
    List<String> in(String packageName) throws IOException {
        String folder = packageName.replace('.', '/');
        TreeSet<String> names = new TreeSet<>();
        for (URL url : Collections.list(loader.getResources(folder))) {
            for (String file : files(url, folder)) {
                if (file.endsWith(SUFFIX) && !file.contains("$")) {
                    names.add(packageName + "." + file.substring(0, file.length() - SUFFIX.length()));
                }
            }
        }
        return List.copyOf(names);
    }

    private static List<String> files(URL url, String folder) throws IOException {
        if (url.getProtocol().equals("file")) {
            return inFolder(url);
        }
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        return connection instanceof JarURLConnection jar ? inJar(jar, folder) : List.of();
    }

    private static List<String> inFolder(URL url) throws IOException {
        try (Stream<Path> paths = Files.list(Path.of(url.toURI()))) {
            return paths.map(path -> path.getFileName().toString()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (URISyntaxException e) {
            throw new IOException(url + " is not a folder's address", e);
        }
    }

    private static List<String> inJar(JarURLConnection connection, String folder) throws IOException {
        String prefix = folder + "/";
        try (JarFile jar = connection.getJarFile()) {
            return jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(prefix))
                    .map(name -> name.substring(prefix.length()))
                    .filter(name -> !name.contains("/"))
                    .toList();
        }
    }
}
