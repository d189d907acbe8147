package com.javaonjets.bench;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.ConfigurationCompiler;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * One jar with all that a contestant needs, as functions are deployed: no signatures, no documents, and of the drivers
 * what a new project's build keeps.
 */
final class FunctionJar {

    private static final List<String> LEFT_OUT = List.of(
            "META-INF/MANIFEST.MF",
            "META-INF/INDEX.LIST",
            "META-INF/maven/",
            "META-INF/LICENSE",
            "META-INF/NOTICE",
            "META-INF/licenses/",
            "module-info.class",
            "LICENSE",
            "README",
            "INFO_",
            "com/mysql/cj/x/",
            "com/mysql/cj/xdevapi/",
            "com/mysql/cj/protocol/x/",
            "org/postgresql/translation/");

    private static final List<String> CLASS_PATH =
            List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1));

    private final Set<String> written = new HashSet<>();
    private final ZipOutputStream jar;

    private FunctionJar(ZipOutputStream jar) {
        this.jar = jar;
    }

    /** Builds it, and returns where it is. */
    static Path build(Contestant contestant, Adapter adapter, Path folder) throws IOException {
        Path file = folder.resolve(contestant + "-" + adapter + ".jar");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            FunctionJar jar = new FunctionJar(zip);
            jar.addProgram(contestant);
            jar.addLibrary(adapter == Adapter.MYSQL ? "mysql-connector-j" : "postgresql");
            for (String library : contestant.libraries()) {
                jar.addLibrary(library);
            }
        }
        return file;
    }

    private void addProgram(Contestant contestant) throws IOException {
        addResource("com/javaonjets/bench/start/FirstRow.class");
        addResource(contestant.program().getName().replace('.', '/') + ".class");
        if (contestant == Contestant.JETS) {
            addResource("config/database.yml");
            // What compile-config does in a new project's build.
            ConfigurationCompiler.compile(root("config/database.yml"));
            addResource("config/database.jets");
        }
    }

    private static Path root(String resource) throws IOException {
        for (String entry : CLASS_PATH) {
            if (Files.exists(Path.of(entry, resource))) {
                return Path.of(entry);
            }
        }
        throw new IOException(resource + " is in no folder of the class path");
    }

    private void addResource(String name) throws IOException {
        try (InputStream in = FunctionJar.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is not on the class path");
            }
            add(name, in);
        }
    }

    private void addLibrary(String artifact) throws IOException {
        try (ZipFile library = new ZipFile(find(artifact).toFile())) {
            Enumeration<? extends ZipEntry> entries = library.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory() && isKept(entry.getName())) {
                    try (InputStream in = library.getInputStream(entry)) {
                        add(entry.getName(), in);
                    }
                }
            }
        }
    }

    private static Path find(String artifact) throws IOException {
        try (Stream<String> found = CLASS_PATH.stream().filter(path -> isOf(Path.of(path), artifact))) {
            return Path.of(
                    found.findFirst().orElseThrow(() -> new IOException(artifact + " is not on the class path")));
        }
    }

    private static boolean isOf(Path jar, String artifact) {
        String name = jar.getFileName().toString();
        return name.matches(artifact + "-[0-9].*\\.jar") && !name.endsWith("-tests.jar");
    }

    private static boolean isKept(String name) {
        return LEFT_OUT.stream().noneMatch(name::startsWith)
                && !name.endsWith("module-info.class")
                && !name.matches("META-INF/[^/]*\\.(SF|DSA|RSA)|META-INF/versions/.*/OSGI-INF/.*");
    }

    private void add(String name, InputStream in) throws IOException {
        if (written.add(name)) {
            jar.putNextEntry(new ZipEntry(name));
            in.transferTo(jar);
            jar.closeEntry();
        }
    }
}
