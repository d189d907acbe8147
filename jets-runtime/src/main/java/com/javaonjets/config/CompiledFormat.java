package com.javaonjets.config;

/**
 * The form of config/database.jets: a head of five ints, then the expressions of config/database.yml, then its nodes, each
 * behind what it holds. The head is the magic number, the version, length and checksum of the config/database.yml that it
 * was made of, and the checksum of what follows. A text is its length and its characters, of a byte each; with a character
 * that has no room in a byte the length is negative and they are of two: no encoding keeps every text that YAML can write.
 */
final class CompiledFormat {

    static final String NAME = "config/database.jets";

    /** The end of a sentence about what is wrong with it. */
    static final String INSTEAD =
            ConfigFile.NAME + " is read in its place, which takes longer; build the project anew, which makes it again";

    /** "JETS". */
    static final int MAGIC = 0x4A455453;

    /** To be raised with each change of the form, or of what this library makes of YAML. */
    static final int VERSION = 2;

    static final int HEAD_BYTES = 20;

    /** The last character that has room in a byte. */
    static final int NARROW = 0xFF;

    static final int LITERAL = 0;
    static final int ERB = 1;
    static final int VARIABLE = 2;

    static final int NOTHING = 0;
    static final int NULL = 1;
    static final int TEXT = 2;
    static final int ITEMS = 3;
    static final int ENTRIES = 4;

    /** A node that was written before, by its number: anchors keep what they share, however often it is merged. */
    static final int SAME = 5;

    private CompiledFormat() {}
}
