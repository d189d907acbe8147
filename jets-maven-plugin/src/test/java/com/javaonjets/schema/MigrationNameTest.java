package com.javaonjets.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.javaonjets.JetsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationNameTest {

    @ParameterizedTest
    @CsvSource({
        "create_posts, create_posts",
        "CreatePosts, create_posts",
        "CreateHTMLPages, create_html_pages",
        "AddURLToPosts, add_url_to_posts",
        "Add2FAToUsers, add2_fa_to_users",
        "Create_Posts, create_posts",
        "create_2fa_codes, create_2fa_codes",
    })
    void writesEveryNameInSnakeCase(String typed, String name) {
        assertThat(MigrationName.of(typed).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create posts",
                "create-posts",
                "../posts",
                "db/posts",
                "C:\\posts",
                "a'b",
                "a\"b",
                "a`b",
                "a;b",
                "créer",
                "создать",
                "Admin::CreatePosts",
                "posts.sql",
                "a\nb",
                "___"
            })
    void refusesOtherThanLettersDigitsAndUnderscores(String name) {
        assertThatExceptionOfType(JetsException.class)
                .isThrownBy(() -> MigrationName.of(name))
                .withMessage("the migration name '" + name + "' is not made of letters a to z, digits and '_' alone;"
                        + " write one such as create_posts or AddTitleToPosts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void refusesABlankName(String name) {
        assertThatExceptionOfType(JetsException.class)
                .isThrownBy(() -> MigrationName.of(name))
                .withMessage("the migration has no name; say what it does, such as -Dname=create_posts");
    }

    @Test
    void refusesANameThatTheHistoryHasNoRoomFor() {
        String name = "a".repeat(201);
        assertThatExceptionOfType(JetsException.class)
                .isThrownBy(() -> MigrationName.of(name))
                .withMessage("the migration name '" + name + "' has 201 characters; it may have 200");
    }

    @Test
    void isNeverInCamelCase() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MigrationName("CreatePosts"));
    }
}
