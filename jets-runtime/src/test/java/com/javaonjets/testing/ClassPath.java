package com.javaonjets.testing;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The class path of the tests, for class loaders that see another part of it. */
public final class ClassPath {

    private ClassPath() {}

    /**
     * A class loader that shares no class with the tests but the JDK's.
     *
     * @param kept tells by the name of a jar or folder whether it is seen
     * @param first folders that are seen before all others
     */
    public static URLClassLoader alone(Predicate<String> kept, Path... first) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (Path folder : first) {
            urls.add(folder.toUri().toURL());
        }
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (kept.test(path.getFileName().toString())) {
                urls.add(path.toUri().toURL());
            }
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }
}
