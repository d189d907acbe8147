package com.javaonjets.database.dump;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a dump of MySQL and MariaDB holds to, in whichever way the schema is read. */
abstract class MysqlSchemaContract extends SchemaContract {

    /** Statements that make something which is called "thing" and which no dump carries. */
    abstract String thing();

    @Test
    void namesWhatItDoesNotCarry() throws Exception {
        DatabaseConfig config = with("allowMultiQueries", "true");
        execute(config, thing());
        assertThatThrownBy(() -> dump(config))
                .isInstanceOf(JetsException.class)
                .hasMessageContaining("does not carry: ")
                .hasMessageContaining("thing");
    }

    @Test
    void refusesBackslashesThatEscapeNothing() throws Exception {
        DatabaseConfig config = with("allowMultiQueries", "true");
        execute(
                config,
                "CREATE PROCEDURE plain() SELECT 1; SET sql_mode = 'NO_BACKSLASH_ESCAPES'; CREATE PROCEDURE windows() SELECT 'C:\\'");
        assertThatThrownBy(() -> dump(config))
                .isInstanceOf(JetsException.class)
                .hasMessageContaining("PROCEDURE windows")
                .hasMessageContaining("NO_BACKSLASH_ESCAPES");
    }

    /** Its own programs write such a text in that character set. */
    @Test
    void refusesLettersThatAClientOfAnotherCharacterSetHasSent() throws Exception {
        DatabaseConfig config = with("characterEncoding", "ISO-8859-1");
        execute(config, "CREATE VIEW plain AS SELECT 'a' AS letter");
        execute(config, "CREATE VIEW umlaut AS SELECT 'ä' AS letter");
        DatabaseConfig usual = config.toBuilder().properties(Map.of()).build();
        assertThatThrownBy(() -> dump(usual))
                .isInstanceOf(JetsException.class)
                .hasMessageContaining("umlaut")
                .hasMessageContaining(wayOfRefusingLetters());
    }

    abstract String wayOfRefusingLetters();

    private DatabaseConfig with(String property, String value) {
        return newDatabase().toBuilder().properties(Map.of(property, value)).build();
    }
}
