package com.javaonjets.schema;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * English plurals and singulars as Rails forms them, its odd ones ({@code heros}, {@code humen}) included: a table has
 * to bear the name that an application moving between the two expects.
 *
 * <p>What counts is the end of a name; the first rule that fits decides. Rails promises never to change its own.
 */
final class Inflections {

    /** Whole names only: to Rails {@code office_equipment} is an ordinary word. */
    private static final Set<String> UNCOUNTABLE = Set.of(
            "equipment", "information", "rice", "money", "species", "series", "fish", "sheep", "jeans", "police");

    private static final List<Rule> IRREGULAR_PLURALS = List.of(
            end("(zombie)s?", "$1s"),
            end("(move)s?", "$1s"),
            end("(sex)(es)?", "$1es"),
            end("(child)(ren)?", "$1ren"),
            end("(m)[ae]n", "$1en"),
            end("(p)(erson|eople)", "$1eople"));

    private static final List<Rule> PLURALS = List.of(
            end("(quiz)", "$1zes"),
            whole("(ox)(en)?", "$1en"),
            whole("([ml])(ouse|ice)", "$1ice"),
            end("(matr|vert|ind)(ix|ex)", "$1ices"),
            end("(x|ch|ss|sh)", "$1es"),
            end("([^aeiouy]|qu)y", "$1ies"),
            end("(hive)", "$1s"),
            end("([^f])fe", "$1ves"),
            end("([lr])f", "$1ves"),
            end("sis", "ses"),
            end("([ti])(a|um)", "$1a"),
            end("(buffal|tomat)o", "$1oes"),
            end("(bus)", "$1es"),
            end("(alias|status)", "$1es"),
            end("(octop|vir)(us|i)", "$1i"),
            whole("(ax|test)is", "$1es"),
            end("s", "s"),
            end("", "s"));

    private static final List<Rule> IRREGULAR_SINGULARS = List.of(
            end("(zombie)s?", "$1"),
            end("(move)s?", "$1"),
            end("(sex)(es)?", "$1"),
            end("(child)(ren)?", "$1"),
            end("(m)[ae]n", "$1an"),
            end("(p)(erson|eople)", "$1erson"));

    private static final List<Rule> SINGULARS = List.of(
            end("(database)s", "$1"),
            end("(quiz)zes", "$1"),
            end("(matr)ices", "$1ix"),
            end("(vert|ind)ices", "$1ex"),
            start("(ox)en", "$1"),
            end("(alias|status)(es)?", "$1"),
            end("(octop|vir)(us|i)", "$1us"),
            whole("(a)x[ie]s", "$1xis"),
            end("(cris|test)(is|es)", "$1is"),
            end("(shoe)s", "$1"),
            end("(o)es", "$1"),
            end("(bus)(es)?", "$1"),
            whole("([ml])ice", "$1ouse"),
            end("(x|ch|ss|sh)es", "$1"),
            end("(movie)s", "$1"),
            end("(series)", "$1"),
            end("([^aeiouy]|qu)ies", "$1y"),
            end("([lr])ves", "$1f"),
            end("(tive)s", "$1"),
            end("(hive)s", "$1"),
            end("([^f])ves", "$1fe"),
            end("(analy|ba|diagno|parenthe|progno|synop|the)s[ie]s", "$1sis"),
            end("([ti])a", "$1um"),
            end("(news)", "$1"),
            end("(ss)", "$1"),
            end("s", ""));

    private Inflections() {}

    static String plural(String name) {
        return inflected(name, Stream.concat(IRREGULAR_PLURALS.stream(), PLURALS.stream()));
    }

    static String singular(String name) {
        return inflected(name, Stream.concat(IRREGULAR_SINGULARS.stream(), SINGULARS.stream()));
    }

    private static String inflected(String name, Stream<Rule> rules) {
        if (UNCOUNTABLE.contains(name.toLowerCase(Locale.ROOT))) {
            return name;
        }
        return rules.filter(rule -> rule.fits(name))
                .findFirst()
                .map(rule -> rule.applied(name))
                .orElse(name);
    }

    private static Rule end(String ending, String replacement) {
        return rule("(?:" + ending + ")$", replacement);
    }

    private static Rule whole(String name, String replacement) {
        return rule("^(?:" + name + ")$", replacement);
    }

    private static Rule start(String beginning, String replacement) {
        return rule("^" + beginning, replacement);
    }

    /** Names keep their case, as columns do, so a rule has to look past it. */
    private static Rule rule(String pattern, String replacement) {
        return new Rule(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), replacement);
    }

    private record Rule(Pattern pattern, String replacement) {
        boolean fits(String name) {
            return pattern.matcher(name).find();
        }

        String applied(String name) {
            return pattern.matcher(name).replaceFirst(replacement);
        }
    }
}
