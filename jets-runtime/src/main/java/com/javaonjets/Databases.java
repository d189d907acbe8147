package com.javaonjets;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.connection.Statistics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** One database a name, opened when first asked for. One that fails to open is tried again. */
final class Databases {

    private final Supplier<DatabaseConfig> primary;
    private final Function<String, DatabaseConfig> named;
    private final Map<String, Database> opened = new ConcurrentHashMap<>();

    Databases(Supplier<DatabaseConfig> primary, Function<String, DatabaseConfig> named) {
        this.primary = primary;
        this.named = named;
    }

    Database primary() {
        return opened(primary.get());
    }

    Database named(String name) {
        return opened(named.apply(name));
    }

    private Database opened(DatabaseConfig config) {
        Database known = opened.get(config.name());
        return known == null ? open(config) : known;
    }

    private synchronized Database open(DatabaseConfig config) {
        Database database = opened.get(config.name());
        if (database == null) {
            database = Database.open(config, named);
            opened.put(config.name(), database);
            Meters.add(config.name(), database);
        }
        return database;
    }

    /** {@return what happened to the connections of all} */
    Statistics statistics() {
        Statistics sum = Statistics.NONE;
        for (Database database : opened.values()) {
            sum = sum.plus(database.statistics());
        }
        return sum;
    }
}
