package com.javaonjets.erd;

import com.javaonjets.erd.Drawing.Box;
import com.javaonjets.erd.Drawing.Line;
import com.javaonjets.erd.Drawing.Point;
import com.javaonjets.erd.Schema.Column;
import com.javaonjets.erd.Schema.Reference;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a drawing as SVG, in the colours of the reader's light or dark page. At an edge's ends stand the signs of crow's
 * foot notation: a foot for many rows, a bar for one, a circle for perhaps none.
 */
final class SvgWriter {

    private static final int LEGEND = 28;
    private static final String WORDS =
            "PK primary key · FK foreign key · UK unique · ? may be NULL · crow's foot: many · bar: one · circle: or none";

    private static final String STYLE = """
            <style>
            svg { background: #ffffff; }
            .page { fill: #ffffff; }
            .box { fill: #ffffff; stroke: #8c959f; }
            .head { fill: #ddf4ff; }
            .rule { stroke: #8c959f; }
            .line, .sign { fill: none; stroke: #57606a; stroke-width: 1.4; }
            .circle { fill: #ffffff; stroke: #57606a; stroke-width: 1.4; }
            text { font: 13px ui-monospace, Menlo, "DejaVu Sans Mono", Consolas, "Liberation Mono", monospace; fill: #1f2328; white-space: pre; }
            .name { font-weight: bold; }
            .mark { font-size: 10px; fill: #0550ae; }
            .type, .legend { fill: #59636e; }
            .legend { font-size: 11px; }
            @media (prefers-color-scheme: dark) {
            svg { background: #0d1117; }
            .page { fill: #0d1117; }
            .box { fill: #151b23; stroke: #656c76; }
            .head { fill: #1c3a5e; }
            .rule { stroke: #656c76; }
            .line, .sign { stroke: #b1bac4; }
            .circle { fill: #0d1117; stroke: #b1bac4; }
            text { fill: #f0f6fc; }
            .mark { fill: #79c0ff; }
            .type, .legend { fill: #9198a1; }
            }
            </style>
            """;

    private final StringBuilder svg = new StringBuilder();
    private final Drawing drawing;

    private SvgWriter(Drawing drawing) {
        this.drawing = drawing;
    }

    static String write(Drawing drawing) {
        return new SvgWriter(drawing).write();
    }

    private String write() {
        double width = Math.max(drawing.width(), BoxSize.width(WORDS) + 2 * BoxSize.PADDING);
        String size = number(width) + "\" height=\"" + number(drawing.height() + LEGEND);
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
                .append(size)
                .append("\" viewBox=\"0 0 ")
                .append(size.replace("\" height=\"", " "))
                .append("\" role=\"img\" aria-label=\"tables\">\n")
                .append(STYLE)
                .append("<rect class=\"page\" width=\"")
                .append(size)
                .append("\"/>\n");
        drawing.lines().forEach(this::add);
        drawing.boxes().forEach(this::add);
        text("legend", 24, drawing.height() + 8, WORDS);
        return svg.append("</svg>\n").toString();
    }

    private void add(Box box) {
        svg.append("<g transform=\"translate(")
                .append(number(box.x()))
                .append(' ')
                .append(number(box.y()))
                .append(")\">\n");
        BoxSize size = box.size();
        String width = number(size.width());
        rect("box", width, number(size.height()));
        svg.append("<path class=\"head\" d=\"M0.5 ")
                .append(BoxSize.HEADER)
                .append("V6.5a6 6 0 0 1 6 -6H")
                .append(number(size.width() - 6.5))
                .append("a6 6 0 0 1 6 6V")
                .append(BoxSize.HEADER)
                .append("Z\"/>\n<path class=\"rule\" d=\"M0 ")
                .append(BoxSize.HEADER)
                .append('H')
                .append(width)
                .append("\"/>\n");
        text("name", BoxSize.PADDING, 20, box.table().name());
        for (int row = 0; row < box.table().columns().size(); row++) {
            add(box.table().columns().get(row), BoxSize.rowMiddle(row) + 4.5, size);
        }
        svg.append("</g>\n");
    }

    private void rect(String name, String width, String height) {
        svg.append("<rect class=\"")
                .append(name)
                .append("\" width=\"")
                .append(width)
                .append("\" height=\"")
                .append(height)
                .append("\" rx=\"6\"/>\n");
    }

    private void add(Column column, double y, BoxSize size) {
        if (!column.marks().isEmpty()) {
            text("mark", BoxSize.PADDING, y - 1, String.join(",", column.marks()));
        }
        text("column", size.nameX(), y, column.name());
        text("type", size.typeX(), y, BoxSize.type(column));
    }

    private void text(String name, double x, double y, String text) {
        svg.append("<text class=\"")
                .append(name)
                .append("\" x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\">")
                .append(Xml.escaped(text))
                .append("</text>\n");
    }

    private void add(Line line) {
        Reference reference = line.reference();
        List<Point> points = line.points();
        svg.append("<g><title>")
                .append(Xml.escaped(reference.table() + " (" + String.join(", ", reference.columns()) + ") refers to "
                        + reference.target() + " (" + String.join(", ", reference.targetColumns()) + ")"))
                .append("</title>\n<path class=\"line\" d=\"")
                .append(path(points))
                .append("\"/>\n");
        end(points.get(0), points.get(1), false, reference.optional());
        end(points.get(points.size() - 1), points.get(points.size() - 2), !reference.unique(), true);
        svg.append("</g>\n");
    }

    private static String path(List<Point> points) {
        return points.stream()
                .map(point -> number(point.x()) + " " + number(point.y()))
                .collect(Collectors.joining("L", "M", ""));
    }

    /** Lies on the side that the edge comes from, left or right. */
    private void end(Point end, Point before, boolean many, boolean perhapsNone) {
        double out = before.x() < end.x() ? -1 : 1;
        double x = end.x();
        double y = end.y();
        svg.append("<path class=\"sign\" d=\"");
        if (many) {
            svg.append(sign(x + out * 12, y, x, y - 6)).append(sign(x + out * 12, y, x, y + 6));
        } else {
            svg.append(sign(x + out * 6, y - 5, x + out * 6, y + 5));
        }
        if (!perhapsNone) {
            svg.append(sign(x + out * 10, y - 5, x + out * 10, y + 5));
        }
        svg.append("\"/>\n");
        if (perhapsNone) {
            svg.append("<circle class=\"circle\" cx=\"")
                    .append(number(x + out * (many ? 16 : 12)))
                    .append("\" cy=\"")
                    .append(number(y))
                    .append("\" r=\"4\"/>\n");
        }
    }

    private static String sign(double fromX, double fromY, double toX, double toY) {
        return "M" + number(fromX) + " " + number(fromY) + "L" + number(toX) + " " + number(toY);
    }

    /** With one decimal at most, and the same on every machine. */
    private static String number(double number) {
        return BigDecimal.valueOf(number)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
