package com.javaonjets.erd;

import com.javaonjets.erd.Schema.Reference;
import com.javaonjets.erd.Schema.Table;
import java.util.List;

/**
 * Where everything is, in pixels from the top left corner.
 *
 * @param boxes one a table
 * @param lines one a reference, from what is referred to, to what refers
 */
record Drawing(double width, double height, List<Box> boxes, List<Line> lines) {

    record Box(Table table, double x, double y, BoxSize size) {}

    record Line(Reference reference, List<Point> points) {

        Line {
            points = List.copyOf(points);
        }
    }

    record Point(double x, double y) {}

    Drawing {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
    }
}
