package com.javaonjets.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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

    @Override
    String unusualCollation() {
        return "utf8mb4_bin";
    }

    @Override
    String unknownCollation() {
        return "Unknown collation: 'nowhere'";
    }

    /** As in Rails. */
    @Test
    void takesTheEncodingThatACollationBelongsTo() {
        DatabaseConfig latin =
                config().toBuilder().collation(Optional.of("latin1_bin")).build();
        DatabaseCreation.createIfMissing(latin);
        assertThat(TestDatabases.query(latin, encodingQuery())).containsExactly("latin1", "latin1_bin");
    }

    @Test
    void refusesACollationOfAnotherEncoding() {
        DatabaseConfig mixed = config().toBuilder()
                .encoding(Optional.of("utf8mb4"))
                .collation(Optional.of("latin1_bin"))
                .build();
        assertThatThrownBy(() -> DatabaseCreation.createIfMissing(mixed))
                .isInstanceOf(JetsException.class)
                .hasMessage("could not create the database '" + mixed.database()
                        + "': COLLATION 'latin1_bin' is not valid for CHARACTER SET 'utf8mb4'"
                        + "\n  config/database.yml has for it: encoding: utf8mb4, collation: latin1_bin");
    }
}
