package com.javaonjets.database;

import com.javaonjets.config.DatabaseConfig;
import java.util.List;

/** What MySQL and MariaDB do alike. */
abstract class MysqlFamilyContract extends DatabasesContract {

    MysqlFamilyContract(DatabaseConfig config) {
        super(config);
    }

    abstract String application();

    @Override
    String otherSession() {
        return "(localhost|127\\.0\\.0\\.1):\\d+" + application()
                + ", idle since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC";
    }

    @Override
    String encodingQuery() {
        return "select default_character_set_name from information_schema.schemata where schema_name = database()"
                + " union all select default_collation_name from information_schema.schemata"
                + " where schema_name = database()";
    }

    /** The collation is the character set's own. */
    @Override
    List<String> unusualEncoding() {
        return List.of("latin1", "latin1_swedish_ci");
    }

    @Override
    List<String> usualEncoding() {
        return List.of("utf8mb4", "utf8mb4_0900_ai_ci");
    }
}
