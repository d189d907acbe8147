package com.javaonjets.maven;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.database.Safeguard;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What goals share that may remove a database with what it holds: they ask before they touch the first. */
abstract class DestructiveMojo extends LifecycleMojo {

    /**
     * The name of a database that is to be destroyed although it is of production or of another environment, or is on
     * another machine and does not say which environment it is of.
     */
    @Parameter(property = "jets.force")
    private @Nullable String force;

    @Override
    void check(List<DatabaseConfig> databases) {
        Safeguard safeguard = new Safeguard(Optional.ofNullable(force));
        databases.forEach(safeguard::check);
    }
}
