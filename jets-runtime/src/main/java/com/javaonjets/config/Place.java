package com.javaonjets.config;

/**
 * Where something stands, in the words of a message.
 *
 * @param words such as {@code config/database.yml, development, primary, line 7}
 */
record Place(String words) {

    /** The place of a part of what stands here. */
    Place in(String part) {
        return new Place(words + ", " + part);
    }

    /** A line of this place; lines count from 1, and 0 is a line that is not known. */
    Place line(int line) {
        return line < 1 ? this : in("line " + line);
    }

    @Override
    public String toString() {
        return words;
    }
}
