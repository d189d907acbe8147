package com.javaonjets.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest extends ProjectTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "${SET} => value",
                "${SET:-other} => value",
                "${SET:?needed} => value",
                "${UNSET:-other} => other",
                "${BLANK:-other} => other",
                "${UNSET:-a: b #c} => a: b #c",
                "${UNSET:-${SET}} => value",
                "${UNSET:-<%= ENV['SET'] %>} => value",
                "x${SET}y${SET}z => xvalueyvaluez",
                "\"quoted ${SET}\" => quoted value",
                "'quoted ${SET}' => quoted value",
                "$${SET} => ${SET}",
                "$SET => $SET",
                "<%= ENV['SET'] %> => value",
                "<%=ENV[\"SET\"]-%> => value",
                "\"<%= ENV[\"SET\"] %>\" => value",
                "<%= ENV['SET'] || 'other' %> => value",
                "<%= ENV['UNSET'] || 'other' %> => other",
                "<%= ENV['UNSET'] || \"b: c # d\" %> => b: c # d",
                "<%= ENV['UNSET'] || ENV['SET'] || 5 %> => value",
                "<%= ENV['UNSET'] or 'other' %> => other",
                "<%= (ENV['UNSET'] || 'other') %> => other",
                "<%= ENV['UNSET'] || 5 %> => 5",
                "<%= ENV['UNSET'] || 1.5 %> => 1.5",
                "<%= ENV['UNSET'] || true %> => true",
                "<%= ENV['BLANK'].presence || 'other' %> => other",
                "<%= ENV['UNSET'].presence || 'other' %> => other",
                "<%= ENV.fetch('UNSET', '12 monkeys').to_i %> => 12",
                "<%= ENV['UNSET'].to_i %> => 0",
                "<%= ENV.fetch('SET') %> => value",
                "<%= ENV.fetch('SET', 'other') %> => value",
                "<%= ENV.fetch('UNSET', 'other') %> => other",
                "<%= ENV.fetch(\"UNSET\") { \"other\" } %> => other",
                "<%= ENV.fetch('UNSET'){5} %> => 5",
                "<%= ENV.fetch 'UNSET', 5 %> => 5",
                "<%= ENV.fetch('UNSET', ENV['SET']) %> => value",
                "<%= ENV['UNSET'] || 'it\\'s' %> => it's",
                "<%= ENV['UNSET'] || \"say \\\"x\\\"\" %> => say \"x\"",
                "a<%= ENV['SET'] %>b<%= ENV['SET'] %>c => avaluebvaluec",
                "a<%# a note %>b => ab",
                "<%% ENV %> => <% ENV %>",
            })
    void expandsAnExpression(String value, String expanded) {
        variables.put("SET", "value");
        variables.put("BLANK", " ");

        assertThat(withKeys("username: " + value).username()).contains(expanded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${UNSET}",
                "${BLANK}",
                "\"${UNSET}\"",
                "<%= ENV['UNSET'] %>",
                "<%= ENV['BLANK'] || 'other' %>",
                "<%= ENV.fetch('BLANK', 'other') %>",
                "<%= ENV.fetch('UNSET') { nil } %>",
                "<%= ENV.fetch('UNSET', '') %>",
                "\"<%= ENV['UNSET'] %>\""
            })
    void leavesOutAKeyWhoseExpressionComesToNothing(String value) {
        variables.put("BLANK", "");

        assertThat(withKeys("username: root").username()).contains("root");
        assertThat(withKeys("username: " + value).username()).isEmpty();
        assertThat(withKeys("url: " + value).host()).isEqualTo("localhost");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "012345",
                "yes",
                "ab #cd",
                "a: b",
                "@x",
                "12:30",
                "'\"",
                "{x}",
                "[x]",
                "&a",
                "*a",
                "!x",
                "%x",
                "${SECRET}",
                "<%= x %>",
                "$1\\1",
                "null",
                "~",
                " x ",
                "ü\uE0000\uE001"
            })
    void leavesTheValueOfAVariableUnchanged(String secret) {
        variables.put("SECRET", secret);

        assertThat(withKeys("password: ${SECRET}").password()).contains(secret);
        assertThat(withKeys("password: <%= ENV['SECRET'] %>").password()).contains(secret);
        assertThat(withKeys("password: \"<%= ENV['SECRET'] %>\"").password()).contains(secret);
        assertThat(development("{adapter: mysql, database: x, password: ${SECRET}}")
                        .password())
                .contains(secret);
    }

    @Test
    void readsAnExpandedValueAsTheKeysType() {
        variables.put("POOL", "7");
        variables.put("FLAG", "true");

        assertThat(withKeys("pool: ${POOL}\nreplica: <%= ENV['FLAG'] %>").pool())
                .contains(7);
        assertThat(withKeys("pool: ${POOL}\nreplica: <%= ENV['FLAG'] %>").replica())
                .isTrue();
    }

    @Test
    void readsAValueBelowItsKeyAndInABlock() {
        variables.put("SECRET", "x");

        assertThat(withKeys("password:\n  <%= ENV['SECRET'] %>").password()).contains("x");
        assertThat(withKeys("password: >-\n  ${SECRET}\n  y").password()).contains("x y");
    }

    @Test
    void refusesAVariableThatTheFileInsistsOn() {
        assertThatThrownBy(() -> withKeys("host: ${SHOP_HOST:?set it: see the README}"))
                .isInstanceOf(JetsException.class)
                .hasMessage(
                        "environment variable SHOP_HOST is not set, and 'host' in config/database.yml, development, "
                                + "line 4 needs it; set it: see the README");
        assertThatThrownBy(() -> withKeys("host: <%= ENV.fetch('SHOP_HOST') %>"))
                .isInstanceOf(JetsException.class)
                .hasMessage(
                        "environment variable SHOP_HOST is not set, and 'host' in config/database.yml, development, "
                                + "line 4 needs it; set it, or give it a default: ${SHOP_HOST:-default}");
    }

    @Test
    void expandsTheEnvironmentInUseAlone() {
        write("""
                development:
                  adapter: mysql
                  database: shop
                  host: ${DEV_HOST:-localhost}
                production:
                  adapter: mysql
                  database: ${NAME:?set it}
                  host: <%= Rails.root %>
                """);

        assertThat(read("development").primary().host()).isEqualTo("localhost");
        assertRefused("production").hasMessageContaining("environment variable NAME is not set");
    }

    @Test
    void expandsNoValueThatAUrlBeats() {
        variables.put("DATABASE_URL", "postgres://localhost/shop");

        assertThat(withKeys("host: ${SHOP_HOST:?set it}").host()).isEqualTo("localhost");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<%= Rails.root %>",
                "<%= `whoami` %>",
                "<%= \"x#{ENV['A']}\" %>",
                "<%= ENV['A'].strip %>",
                "<%= ENV['A'] if ENV['B'] %>",
                "<%= ENV['A'] ? 1 : 2 %>",
                "<%= ENV[NAME] %>",
                "<%= 012 %>",
                "<%= ENV['A'] || %>",
                "<%= %>"
            })
    void refusesOtherRuby(String value) {
        assertThatThrownBy(() -> withKeys("host: " + value))
                .isInstanceOf(JetsException.class)
                .hasMessage("'" + value + "', the value of 'host' in config/database.yml, development, line 4, is no "
                        + "expression that can be read; the forms that work are ${NAME}, ${NAME:-default}, "
                        + "${NAME:?message}, <%= ENV['NAME'] %>, <%= ENV['NAME'] || 'default' %>, "
                        + "<%= ENV.fetch('NAME') %>, <%= ENV.fetch('NAME', 'default') %>, "
                        + "<%= ENV.fetch('NAME') { 'default' } %>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${}", "${A-b}", "${1A}", "${A:+b}"})
    void refusesOtherForms(String value) {
        assertThatThrownBy(() -> withKeys("host: " + value))
                .isInstanceOf(JetsException.class)
                .hasMessageStartingWith(
                        "'" + value + "', the value of 'host' in config/database.yml, development, line 4, is "
                                + "no expression that can be read; the forms that work are ${NAME}, ")
                .hasMessageEndingWith("; a '${' that is meant as text is written '$${'");
    }

    @Test
    void refusesAFormWithoutAnEnd() {
        assertThatThrownBy(() -> withKeys("host: a${b"))
                .hasMessageStartingWith(
                        "'${', the value of 'host' in config/database.yml, development, line 4, is no expression");
        assertThatThrownBy(() -> withKeys("host: <%= ENV['A']"))
                .hasMessage(
                        "'<%' in config/database.yml, line 4 has no end; expected '%>'; text is written '<%%' there");
    }

    @Test
    void showsNoDefaultThatMayBeAPassword() {
        assertThatThrownBy(() -> withKeys("password: <%= ENV['PASS'].strip || 'hunter2' %>"))
                .hasMessageStartingWith(
                        "'<%= ENV['PASS'].strip || '...' %>', the value of 'password' in config/database.yml");
        assertThatThrownBy(() -> withKeys("password: ${PASS-hunter2}"))
                .hasMessageStartingWith("'${...}', the value of 'password' in config/database.yml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<% if ENV['A'] %>",
                "<%- if ENV['A'] -%>",
                "# <% if ENV['A'] %>",
                "port: <% if ENV['A'] %> 1 <% else %> 2 <% end %>"
            })
    void refusesRubyThatShapesTheFileWhateverTheEnvironment(String line) {
        write("development: {adapter: mysql, database: shop}\nproduction:\n  " + line + "\n  adapter: mysql\n");

        assertRefused("development")
                .hasMessageMatching(
                        "(?s)'<%-? if ENV\\['A'\\] -?%>' in config/database.yml, line 3 is Ruby that shapes the "
                                + "file, and no Ruby is run here \\(ERB would run it even in a comment\\); write the sections out, "
                                + "and take values from the environment by .*");
    }

    @Test
    void showsTheFirstLineOfRubyThatShapesTheFile() {
        write("<%\n  x = 1\n  y = 2\n%>\ndevelopment:\n");

        assertRefused("development").hasMessageStartingWith("'x = 1 ...' in config/database.yml, line 1 is Ruby");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  database: shop\n  <%= ENV['A'] %>\n  pool: 5\n",
                "  database: shop\n    <%= ENV['A'] %>\n  pool: 5\n",
                "  database: shop\n  <%= ENV['A'] %>\n"
            })
    void refusesAnExpressionOnALineOfItsOwn(String lines) {
        write("development:\n  adapter: mysql\n" + lines);

        assertRefused("development")
                .hasMessage(
                        "config/database.yml, line 4 has an expression on a line of its own, which could change the "
                                + "layout of the file; expected 'key: value'");
    }

    @Test
    void refusesAnExpressionForAKey() {
        write("<%= ENV['A'] %>: {adapter: mysql}\n");

        assertRefused("development")
                .hasMessage("config/database.yml, line 1 has an expression for a key; expected a name");
    }

    @Test
    void ignoresExpressionsInComments() {
        assertThat(withKeys("# password: <%= Rails.x %> ${A-b}\n# ${\nuser: x").username())
                .contains("x");
    }

    @Test
    void countsTheLinesOfAnExpressionThatHasSeveral() {
        assertThatThrownBy(() -> withKeys("user: <%= ENV.fetch('A') {\n  'x'\n} %>\nport: x"))
                .hasMessageStartingWith("'port: x' in config/database.yml, development, line 7:");
    }
}
