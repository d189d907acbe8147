package com.javaonjets.migration;

import com.javaonjets.JetsException;
import com.javaonjets.migration.Inventory.Entry;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Migrations written in Java: classes of Flyway's {@code JavaMigration}, in the package that bears the name of the
 * folder of the SQL ones.
 */
record JavaMigrations(List<JavaMigration> migrations) {

    static final JavaMigrations NONE = new JavaMigrations(List.of());

    /** Meant as a migration by its name, which Flyway then takes apart. */
    private static final Pattern MEANT = Pattern.compile("(V\\d|R__).*");

    private static final Pattern PACKAGE = Pattern.compile("[A-Za-z_$][\\w$]*(\\.[A-Za-z_$][\\w$]*)*");

    JavaMigrations {
        migrations = List.copyOf(migrations);
    }

    /** @param folders of migrations, as config/database.yml names them; one whose path is no package's holds no class */
    static JavaMigrations in(ClassLoader loader, List<String> folders) {
        List<JavaMigration> found = new ArrayList<>();
        for (String folder : folders) {
            String name =
                    Path.of(folder).normalize().toString().replace('\\', '/').replace('/', '.');
            if (PACKAGE.matcher(name).matches()) {
                classes(loader, name).stream()
                        .filter(className -> MEANT.matcher(simple(className)).matches())
                        .map(className -> migration(className, loader))
                        .forEach(found::add);
            }
        }
        return new JavaMigrations(found);
    }

    private static List<String> classes(ClassLoader loader, String packageName) {
        try {
            return new ClassNames(loader).in(packageName);
        } catch (IOException e) {
            throw new JetsException(
                    "cannot look for Java migrations in the package " + packageName + ": " + e.getMessage(), e);
        }
    }

    private static JavaMigration migration(String name, ClassLoader loader) {
        try {
            return made(Class.forName(name, true, loader));
        } catch (InvocationTargetException e) {
            throw failure(name, "its constructor failed: " + e.getCause(), "correct it", e);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw failure(
                    name,
                    "it is not public, or has no public constructor without parameters",
                    "a migration is made by that",
                    e);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw failure(
                    name,
                    e.toString(),
                    "is everything that it needs on the class path, compiled for this Java or an older one?",
                    e);
        }
    }

    private static JavaMigration made(Class<?> type) throws ReflectiveOperationException {
        if (!JavaMigration.class.isAssignableFrom(type) || Modifier.isAbstract(type.getModifiers())) {
            throw new JetsException("the class " + type.getName()
                    + " has a migration's name, and is not a class that implements " + JavaMigration.class.getName()
                    + "; let it extend BaseJavaMigration, or give it another name");
        }
        return (JavaMigration) type.getConstructor().newInstance();
    }

    private static JetsException failure(String name, String what, String next, Throwable cause) {
        return new JetsException(
                "the Java migration " + name + " cannot be used: " + what + "; nothing was run; " + next, cause);
    }

    /** Flyway would stop too, but name neither of them. */
    void refuseTwins(MigrationFiles files) {
        for (JavaMigration migration : migrations) {
            files.files().values().stream()
                    .filter(file -> file.kind() == MigrationFile.Kind.VERSIONED)
                    .filter(file -> file.version().orElseThrow().equals(migration.getVersion()))
                    .findFirst()
                    .ifPresent(file -> {
                        throw new JetsException("two migrations have version " + migration.getVersion() + ": the class "
                                + migration.getClass().getName() + " and " + file.path()
                                + "; give one of them another");
                    });
        }
    }

    static boolean isOne(Entry entry) {
        return entry.type().equals(CoreMigrationType.JDBC.name());
    }

    /** The name of the file that would take a migration in Java back. */
    static String undo(Migration migration) {
        return "U" + migration.version().orElseThrow() + "__"
                + migration.description().replaceAll("\\W+", "_").toLowerCase(Locale.ROOT) + ".sql";
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
