package com.javaonjets.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InflectionsTest {

    @ParameterizedTest
    @CsvSource({
        "post, posts",
        "person, people",
        "Person, People",
        "salesperson, salespeople",
        "man, men",
        "woman, women",
        "human, humen",
        "child, children",
        "grandchild, grandchildren",
        "sex, sexes",
        "move, moves",
        "zombie, zombies",
        "quiz, quizzes",
        "ox, oxen",
        "box, boxes",
        "mouse, mice",
        "louse, lice",
        "house, houses",
        "dormouse, dormouses",
        "matrix, matrices",
        "vertex, vertices",
        "index, indices",
        "search, searches",
        "switch, switches",
        "process, processes",
        "wish, wishes",
        "query, queries",
        "soliloquy, soliloquies",
        "day, days",
        "hive, hives",
        "wife, wives",
        "half, halves",
        "wolf, wolves",
        "shelf, shelves",
        "safe, saves",
        "roof, roofs",
        "basis, bases",
        "datum, data",
        "medium, media",
        "stadium, stadia",
        "buffalo, buffaloes",
        "tomato, tomatoes",
        "potato, potatos",
        "hero, heros",
        "bus, buses",
        "alias, aliases",
        "status, statuses",
        "octopus, octopi",
        "virus, viri",
        "axis, axes",
        "testis, testes",
        "crisis, crises",
        "address, addresses",
        "category, categories",
        "database, databases",
        "shoe, shoes",
        "movie, movies",
        "archive, archives",
        "perspective, perspectives",
        "analysis, analyses",
        "diagnosis, diagnoses",
        "thesis, theses",
        "office_equipment, office_equipments",
        "blog_post, blog_posts",
    })
    void makesPluralsAsRailsDoes(String singular, String plural) {
        assertThat(Inflections.plural(singular)).isEqualTo(plural);
    }

    @ParameterizedTest
    @CsvSource({
        "posts, post",
        "people, person",
        "women, woman",
        "children, child",
        "sexes, sex",
        "moves, move",
        "zombies, zombie",
        "quizzes, quiz",
        "oxen, ox",
        "boxes, box",
        "mice, mouse",
        "matrices, matrix",
        "vertices, vertex",
        "searches, search",
        "processes, process",
        "queries, query",
        "soliloquies, soliloquy",
        "days, day",
        "hives, hive",
        "wives, wife",
        "halves, half",
        "data, datum",
        "media, medium",
        "buffaloes, buffalo",
        "buses, bus",
        "aliases, alias",
        "statuses, status",
        "octopi, octopus",
        "axes, axis",
        "crises, crisis",
        "databases, database",
        "shoes, shoe",
        "movies, movie",
        "perspectives, perspective",
        "analyses, analysis",
        "bases, basis",
        "news, news",
        "series, series",
        "ss, ss",
        "address, address",
        "gas, ga",
        "post, post",
    })
    void makesSingularsAsRailsDoes(String plural, String singular) {
        assertThat(Inflections.singular(plural)).isEqualTo(singular);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"posts", "people", "men", "children", "oxen", "mice", "data", "octopi", "statuses", "Sheep"})
    void leavesAPluralAsItIs(String plural) {
        assertThat(Inflections.plural(plural)).isEqualTo(plural);
    }

    @ParameterizedTest
    @ValueSource(strings = {"equipment", "information", "rice", "money", "species", "series", "fish", "sheep", "jeans"})
    void leavesUncountableWordsAsTheyAre(String word) {
        assertThat(Inflections.plural(word)).isEqualTo(word);
        assertThat(Inflections.singular(word)).isEqualTo(word);
    }
}
