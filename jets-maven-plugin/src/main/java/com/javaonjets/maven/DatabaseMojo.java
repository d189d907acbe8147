package com.javaonjets.maven;

import com.javaonjets.JetsException;
import com.javaonjets.config.Configuration;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.config.Environment;
import com.javaonjets.database.Seeding;
import com.javaonjets.database.Setup;
import com.javaonjets.database.dump.SchemaDump;
import com.javaonjets.embedded.Binaries;
import com.javaonjets.migration.Migrator;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** What every goal that works on databases shares: which environment, which of its databases, and their embedded servers. */
abstract class DatabaseMojo extends JetsMojo {

    /** The environment of config/database.yml to work on; left out, it is the variable JETS_ENV, else development. */
    @Parameter(property = "jets.env")
    private @Nullable String env;

    /** One of the environment's databases, by its name; left out, all of them that allow database_tasks. */
    @Parameter(property = "db")
    private @Nullable String db;

    /** What Flyway's placeholders in migrations stand for: {@code <table>posts</table>} fills in {@code ${table}}. */
    @Parameter
    private Map<String, String> placeholders = Map.of();

    @Parameter(defaultValue = "${project.basedir}", readonly = true, required = true)
    private File basedir;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Inject
    private RepositorySystem repositorySystem;

    @Inject
    private ProjectDependenciesResolver dependenciesResolver;

    /** Does the goal's work on each of the databases in turn. */
    @Override
    void run() {
        refuseMisnomers();
        checkParameters();
        try (Servers servers = servers()) {
            List<DatabaseConfig> configured = databases();
            List<DatabaseConfig> prepared = configured.stream()
                    .map(database -> prepared(database, servers))
                    .toList();
            check(prepared);
            for (int i = 0; i < prepared.size(); i++) {
                announce(configured.get(i), prepared.get(i));
                run(prepared.get(i));
            }
        }
    }

    /** Says which database it is, and where: an address that is left over beside "embedded: true" is seen not to count. */
    final void announce(DatabaseConfig configured, DatabaseConfig ready) {
        String place = configured.embedded() ? ", embedded" : " at " + ready.host() + ":" + ready.port();
        say("database: " + ready.database() + " (" + ready.environment() + ", " + ready.adapter() + place + ")");
    }

    /** Names that this goal's parameters have elsewhere, as in Rails, and what is meant: Maven says nothing of what no goal asks for. */
    Map<String, String> misnomers() {
        return Map.of();
    }

    final void refuseMisnomers() {
        misnomers().forEach((wrong, meant) -> {
            if (session.getUserProperties().containsKey(wrong)) {
                throw new JetsException("this goal knows no -D" + wrong + "; nothing was done; expected -D" + meant);
            }
        });
    }

    /** Looks at what the user gave before a server is started, and throws where it means nothing. */
    void checkParameters() {}

    /** @param reason why it must be one */
    final void refuseSeveral(List<DatabaseConfig> databases, String reason) {
        if (databases.size() > 1) {
            throw new JetsException(reason + ", and environment " + environment() + " has "
                    + databases.stream().map(DatabaseConfig::name).collect(Collectors.joining(", "))
                    + "; nothing was run; say which one by -Ddb=NAME");
        }
    }

    /** Looks at all databases before the goal works on the first, and throws where it must not. */
    void check(List<DatabaseConfig> databases) {}

    /** The database as the goal needs it: its server runs, and where the server is embedded, the database exists. */
    DatabaseConfig prepared(DatabaseConfig database, Servers servers) {
        return servers.ready(database);
    }

    /** Does the goal's work on one database, whose server runs. */
    abstract void run(DatabaseConfig database);

    Environment environment() {
        return env == null ? Environment.current(System.getenv()) : new Environment(env);
    }

    /** The databases that the goal works on. */
    List<DatabaseConfig> databases() {
        return databases(environment());
    }

    /** The databases of an environment that the goal is to work on. */
    final List<DatabaseConfig> databases(Environment environment) {
        Configuration configuration = configuration(environment);
        return db == null
                ? configuration.databases().stream()
                        .filter(DatabaseConfig::databaseTasks)
                        .toList()
                : List.of(configuration.database(db));
    }

    /** The one database that a goal works on which writes files: that of -Ddb, else primary. */
    final DatabaseConfig theDatabase() {
        return db == null
                ? configuration(environment()).primary()
                : configuration(environment()).database(db);
    }

    private Configuration configuration(Environment environment) {
        Configuration configuration = read(environment);
        configuration.warnings().forEach(getLog()::warn);
        return configuration;
    }

    private Configuration read(Environment environment) {
        return Configuration.read(projectFolder(), environment, System.getenv());
    }

    final Servers servers() {
        Artifacts artifacts = new Artifacts(repositorySystem, session);
        return new Servers(projectFolder(), new Binaries(artifacts::jar, artifacts.unpackFolder(), this::say));
    }

    final Migrator migrator(DatabaseConfig database) {
        Migrator migrator = Migrator.of(database, migrationFolders(database), new ProgressLines(getLog()))
                .withPlaceholders(placeholders);
        return new ProjectClasses(session.getCurrentProject(), dependenciesResolver, session.getRepositorySession())
                .loader(database.migrationsPaths())
                .map(migrator::withClasses)
                .orElse(migrator);
    }

    final Seeding seeding(DatabaseConfig database) {
        boolean primary = read(database.environment()).primary().name().equals(database.name());
        return Seeding.of(database, primary, projectFolder(), placeholders);
    }

    /** How a database gets ready; that of another environment, as test beside development, gets no seeds. */
    final Setup setup(DatabaseConfig database) {
        Optional<Seeding> seeding = Optional.of(database)
                .filter(one -> one.environment().equals(environment()))
                .map(this::seeding);
        return new Setup(database, migrator(database), SchemaDump.file(projectFolder(), database), seeding, this::say);
    }

    final List<Path> migrationFolders(DatabaseConfig database) {
        return database.migrationsPaths().stream().map(projectFolder()::resolve).toList();
    }

    final Path projectFolder() {
        return basedir.toPath();
    }

    final MavenSession session() {
        return session;
    }
}
