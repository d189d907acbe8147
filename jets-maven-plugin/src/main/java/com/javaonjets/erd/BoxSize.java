package com.javaonjets.erd;

import com.javaonjets.erd.Schema.Column;
import com.javaonjets.erd.Schema.Table;

/**
 * How large a table's box is, and where its parts are. In a row stand the marks of keys, the name and the type.
 *
 * <p>Nothing is measured by the fonts of this machine, since the picture is to be the same from all: it is set in a font
 * whose characters are all as wide, at most {@value #CHARACTER} pixels of them.
 */
record BoxSize(double width, double height, double nameX, double typeX) {

    static final int FONT = 13;
    static final int HEADER = 30;
    static final int ROW = 22;
    static final int PADDING = 10;
    static final int MARK = 8;
    static final int GAP = 16;

    /** Of 13 pixels: the widest of the usual fonts, DejaVu Sans Mono and Menlo, have 0.602 of that. */
    static final double CHARACTER = 8;

    private static final int LONGEST_TYPE = 28;

    static BoxSize of(Table table) {
        double names = table.columns().stream()
                .mapToDouble(column -> width(column.name()))
                .max()
                .orElse(0);
        double types = table.columns().stream()
                .mapToDouble(column -> width(type(column)))
                .max()
                .orElse(0);
        double nameX = PADDING + marks(table);
        double typeX = nameX + names + GAP;
        double width = PADDING + Math.max(PADDING + width(table.name()), typeX + types);
        return new BoxSize(width, HEADER + ROW * (double) table.columns().size() + 4, nameX, typeX);
    }

    /** They are set smaller. */
    private static double marks(Table table) {
        int longest = table.columns().stream()
                .mapToInt(column -> String.join(",", column.marks()).length())
                .max()
                .orElse(0);
        return longest == 0 ? 0 : longest * 6 + MARK;
    }

    /** The type as it is shown: a question mark says that there may be no value. */
    static String type(Column column) {
        String type = column.type();
        String shown = type.length() <= LONGEST_TYPE ? type : type.substring(0, LONGEST_TYPE - 1) + "…";
        return column.nullable() ? shown + "?" : shown;
    }

    /** The middle of a row, from the box's top. */
    static double rowMiddle(int row) {
        return HEADER + ROW * (row + 0.5) + 2;
    }

    static double width(String text) {
        return text.codePoints().mapToDouble(BoxSize::width).sum();
    }

    /** Other fonts step in for other scripts, such as Chinese, with characters up to as wide as they are high. */
    private static double width(int codePoint) {
        return codePoint < 0x500 || codePoint == '…' ? CHARACTER : 2 * CHARACTER;
    }
}
