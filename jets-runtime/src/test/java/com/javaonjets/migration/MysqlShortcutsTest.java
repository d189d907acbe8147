package com.javaonjets.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MysqlShortcutsTest {

    private static final String VARIABLES =
            "SELECT variable_name FROM information_schema.user_variables WHERE variable_value IS NOT NULL";
    private static final String SETTINGS = "SET foreign_key_checks=?, sql_safe_updates=?";
    private static final String ROWS =
            "SELECT `installed_rank`,`version` FROM `blog`.`flyway_schema_history` WHERE `installed_rank` > ?";

    private final MysqlShortcuts shortcuts = new MysqlShortcuts();

    @Test
    void resetsASessionOnceUntilItIsTouched() {
        resets();
        spares();
        shortcuts.touched();
        resets();
        spares();
    }

    @Test
    void takesWhatFlywayAsksForHarmless() {
        resets();
        assertThat(shortcuts.instead("SELECT GET_LOCK('Flyway-1',10)")).isPresent();
        assertThat(shortcuts.instead(ROWS)).contains(ROWS);
        spares();
    }

    @Test
    void takesWhatItDoesNotKnowForATouch() {
        resets();
        assertThat(shortcuts.instead("SET @a=NULL")).contains("SET @a=NULL");
        resets();
    }

    @Test
    void locksTheHistoryByItsLastRow() {
        assertThat(shortcuts.instead("SELECT * FROM `blog`.`flyway_schema_history` FOR UPDATE"))
                .contains("SELECT `installed_rank` FROM `blog`.`flyway_schema_history`"
                        + " ORDER BY `installed_rank` DESC LIMIT 1 FOR UPDATE");
    }

    private void resets() {
        assertThat(shortcuts.instead(VARIABLES)).contains(VARIABLES);
        assertThat(shortcuts.instead(SETTINGS)).contains(SETTINGS);
    }

    private void spares() {
        assertThat(shortcuts.instead(VARIABLES)).isEqualTo(Optional.empty());
        assertThat(shortcuts.instead(SETTINGS)).isEqualTo(Optional.empty());
    }
}
