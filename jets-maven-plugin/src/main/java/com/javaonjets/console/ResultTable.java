package com.javaonjets.console;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jline.utils.AttributedString;

/**
 * The rows of a query, their columns aligned. The widths are those of the first rows; should a later value be wider, it
 * stands out of its column rather than be cut.
 */
final class ResultTable {

    private static final int MEASURED = 1000;
    private static final int LONGEST_SHOWN_BINARY = 1 << 16;

    private final ResultSet rows;
    private final Consumer<String> out;
    private final List<Column> columns = new ArrayList<>();

    private record Column(String label, int type) {

        boolean isNumber() {
            return switch (type) {
                case Types.TINYINT,
                        Types.SMALLINT,
                        Types.INTEGER,
                        Types.BIGINT,
                        Types.REAL,
                        Types.FLOAT,
                        Types.DOUBLE,
                        Types.NUMERIC,
                        Types.DECIMAL -> true;
                default -> false;
            };
        }

        boolean isBinary() {
            return switch (type) {
                case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> true;
                default -> false;
            };
        }
    }

    private ResultTable(ResultSet rows, Consumer<String> out) throws SQLException {
        this.rows = rows;
        this.out = out;
        ResultSetMetaData metadata = rows.getMetaData();
        for (int i = 1; i <= metadata.getColumnCount(); i++) {
            columns.add(new Column(printable(metadata.getColumnLabel(i)), metadata.getColumnType(i)));
        }
    }

    /** Prints all rows, and how many they were. */
    static void print(ResultSet rows, Consumer<String> out) throws SQLException {
        new ResultTable(rows, out).print();
    }

    private void print() throws SQLException {
        List<List<String>> first = new ArrayList<>();
        while (first.size() < MEASURED && rows.next()) {
            first.add(row());
        }
        List<Integer> widths = widths(first);
        out.accept(headings(widths));
        out.accept(widths.stream().map(width -> "-".repeat(width + 2)).collect(Collectors.joining("+")));
        first.forEach(row -> out.accept(line(row, widths)));
        long count = first.size();
        while (count >= MEASURED && rows.next()) {
            out.accept(line(row(), widths));
            count++;
        }
        out.accept("(" + counted(count) + ")");
    }

    static String counted(long rows) {
        return rows + (rows == 1 ? " row" : " rows");
    }

    private List<String> row() throws SQLException {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String value = rows.getString(i + 1);
            row.add(value == null ? "NULL" : columns.get(i).isBinary() ? hex(rows.getBytes(i + 1)) : printable(value));
        }
        return row;
    }

    private static String hex(byte[] bytes) {
        return bytes.length > LONGEST_SHOWN_BINARY
                ? "(" + bytes.length + " bytes)"
                : "0x" + HexFormat.of().withUpperCase().formatHex(bytes);
    }

    /** A value is one line, and tells the terminal nothing. */
    private static String printable(String value) {
        return value.codePoints().mapToObj(ResultTable::printable).collect(Collectors.joining());
    }

    private static String printable(int c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> Character.isISOControl(c) ? String.format("\\x%02x", c) : Character.toString(c);
        };
    }

    private List<Integer> widths(List<List<String>> measured) {
        return IntStream.range(0, columns.size())
                .mapToObj(column -> Math.max(
                        width(columns.get(column).label()),
                        measured.stream()
                                .mapToInt(row -> width(row.get(column)))
                                .max()
                                .orElse(0)))
                .toList();
    }

    private String headings(List<Integer> widths) {
        return IntStream.range(0, columns.size())
                .mapToObj(column -> {
                    String label = columns.get(column).label();
                    int blanks = widths.get(column) - width(label);
                    return " " + " ".repeat(blanks / 2) + label + " ".repeat(blanks - blanks / 2) + " ";
                })
                .collect(Collectors.joining("|"))
                .stripTrailing();
    }

    private String line(List<String> row, List<Integer> widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> cell(row.get(column), widths.get(column), columns.get(column)))
                .collect(Collectors.joining("|"))
                .stripTrailing();
    }

    private static String cell(String value, int width, Column column) {
        String blanks = " ".repeat(Math.max(0, width - width(value)));
        return column.isNumber() ? " " + blanks + value + " " : " " + value + blanks + " ";
    }

    /** In columns of a terminal: Chinese characters take two. */
    private static int width(String text) {
        return new AttributedString(text).columnLength();
    }
}
