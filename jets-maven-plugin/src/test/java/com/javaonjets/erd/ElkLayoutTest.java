package com.javaonjets.erd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.javaonjets.erd.Drawing.Box;
import com.javaonjets.erd.Drawing.Line;
import com.javaonjets.erd.Drawing.Point;
import com.javaonjets.erd.Schema.Reference;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElkLayoutTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 20, 60})
    void keepsBoxesApartAndInThePicture(int tables) {
        Drawing drawing = ElkLayout.of(Schemas.of(tables));

        assertThat(drawing.boxes()).hasSize(tables).allSatisfy(box -> {
            assertThat(box.x()).isBetween(0.0, drawing.width() - box.size().width());
            assertThat(box.y()).isBetween(0.0, drawing.height() - box.size().height());
            assertThat(drawing.boxes())
                    .filteredOn(other -> !other.equals(box) && overlap(box, other))
                    .isEmpty();
        });
    }

    private static boolean overlap(Box one, Box other) {
        return one.x() < other.x() + other.size().width()
                && other.x() < one.x() + one.size().width()
                && one.y() < other.y() + other.size().height()
                && other.y() < one.y() + one.size().height();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 20, 60})
    void leadsEachEdgeUprightFromOneRowToTheOther(int tables) {
        Drawing drawing = ElkLayout.of(Schemas.of(tables));
        Map<String, Box> boxes = drawing.boxes().stream()
                .collect(Collectors.toMap(box -> box.table().name(), Function.identity()));

        assertThat(drawing.lines())
                .hasSameSizeAs(Schemas.of(tables).references())
                .allSatisfy(line -> {
                    Reference reference = line.reference();
                    List<Point> points = line.points();
                    Box from = Objects.requireNonNull(boxes.get(reference.target()));
                    Box to = Objects.requireNonNull(boxes.get(reference.table()));
                    assertThat(points.get(0).x())
                            .isCloseTo(from.x() + from.size().width(), within(0.1));
                    assertThat(points.get(0).y()).isBetween(top(from, "id"), top(from, "id") + BoxSize.ROW);
                    Point end = points.get(points.size() - 1);
                    assertThat(end.x()).isCloseTo(to.x(), within(0.1));
                    String column = reference.columns().get(0);
                    assertThat(end.y()).isBetween(top(to, column), top(to, column) + BoxSize.ROW);
                    for (int i = 1; i < points.size(); i++) {
                        Point a = points.get(i - 1);
                        Point b = points.get(i);
                        assertThat(Math.min(Math.abs(a.x() - b.x()), Math.abs(a.y() - b.y())))
                                .isCloseTo(0, within(0.1));
                    }
                });
    }

    private static double top(Box box, String column) {
        return box.y() + BoxSize.rowMiddle(box.table().row(column)) - BoxSize.ROW / 2.0;
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 60})
    void leadsNoEdgeThroughABox(int tables) {
        Drawing drawing = ElkLayout.of(Schemas.of(tables));

        for (Line line : drawing.lines()) {
            for (int i = 1; i < line.points().size(); i++) {
                Point a = line.points().get(i - 1);
                Point b = line.points().get(i);
                assertThat(drawing.boxes())
                        .filteredOn(box -> crosses(box, a, b))
                        .isEmpty();
            }
        }
    }

    private static boolean crosses(Box box, Point a, Point b) {
        double inside = 1;
        return Math.max(a.x(), b.x()) > box.x() + inside
                && Math.min(a.x(), b.x()) < box.x() + box.size().width() - inside
                && Math.max(a.y(), b.y()) > box.y() + inside
                && Math.min(a.y(), b.y()) < box.y() + box.size().height() - inside;
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 60})
    void leavesRoomForTheSignsAtTheEnds(int tables) {
        assertThat(ElkLayout.of(Schemas.of(tables)).lines()).allSatisfy(line -> {
            List<Point> points = line.points();
            assertThat(Math.abs(points.get(0).x() - points.get(1).x())).isGreaterThanOrEqualTo(20);
            assertThat(Math.abs(points.get(points.size() - 1).x()
                            - points.get(points.size() - 2).x()))
                    .isGreaterThanOrEqualTo(20);
        });
    }
}
