package com.javaonjets.erd;

import com.javaonjets.erd.Drawing.Box;
import com.javaonjets.erd.Drawing.Line;
import com.javaonjets.erd.Drawing.Point;
import com.javaonjets.erd.Schema.Reference;
import com.javaonjets.erd.Schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Places boxes and edges by the Eclipse Layout Kernel: tables from left to right, those that are referred to before those
 * that refer. The only class that knows ELK.
 */
final class ElkLayout {

    /** A whole number, to which ELK rounds the edges around their own table. */
    private static final int SHIFT = 5;

    private final Map<String, ElkNode> nodes = new LinkedHashMap<>();
    private final Map<String, BoxSize> sizes = new HashMap<>();
    private final Map<String, ElkPort> ports = new HashMap<>();
    private final Map<Reference, ElkEdge> edges = new LinkedHashMap<>();
    private final ElkNode graph = ElkGraphUtil.createGraph();
    private final Schema schema;

    private ElkLayout(Schema schema) {
        this.schema = schema;
    }

    static Drawing of(Schema schema) {
        register();
        ElkLayout layout = new ElkLayout(schema);
        layout.configure();
        schema.tables().forEach(layout::addNode);
        schema.references().forEach(layout::addEdge);
        new RecursiveGraphLayoutEngine().layout(layout.graph, new NullElkProgressMonitor());
        return layout.drawing();
    }

    /** ELK looks for its algorithms by the thread's class loader, which may be another. */
    private static synchronized void register() {
        LayoutMetaDataService service = LayoutMetaDataService.getInstance();
        if (service.getAlgorithmData(LayeredOptions.ALGORITHM_ID) == null) {
            service.registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        }
    }

    /**
     * The distances leave room for the feet at the ends of edges. A narrow page is asked for, so that tables without edges
     * stand in rows above the others, and not beside them.
     */
    private void configure() {
        graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        graph.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        graph.setProperty(LayeredOptions.RANDOM_SEED, 1);
        graph.setProperty(LayeredOptions.ASPECT_RATIO, 0.7);
        graph.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
        graph.setProperty(LayeredOptions.PADDING, new ElkPadding(24));
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, 32.0);
        graph.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, 40.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, 24.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 12.0);
        graph.setProperty(LayeredOptions.SPACING_NODE_SELF_LOOP, 28.0);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 64.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 28.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 12.0);
    }

    private void addNode(Table table) {
        BoxSize size = BoxSize.of(table);
        ElkNode node = ElkGraphUtil.createNode(graph);
        node.setDimensions(size.width(), size.height());
        node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
        nodes.put(table.name(), node);
        sizes.put(table.name(), size);
    }

    private void addEdge(Reference reference) {
        ElkPort from = port(reference.target(), reference.targetColumns().get(0), PortSide.EAST, shift(reference));
        ElkPort to = port(reference.table(), reference.columns().get(0), PortSide.WEST, 0);
        edges.put(reference, ElkGraphUtil.createSimpleEdge(from, to));
    }

    /** Edges that leave one row share their way; those with another sign at their beginning leave a little lower. */
    private static double shift(Reference reference) {
        return reference.optional() ? SHIFT : -SHIFT;
    }

    private ElkPort port(String table, String column, PortSide side, double shift) {
        return ports.computeIfAbsent(table + '\0' + column + '\0' + side + shift, key -> {
            ElkPort port = ElkGraphUtil.createPort(of(nodes, table));
            port.setProperty(LayeredOptions.PORT_SIDE, side);
            port.setLocation(
                    side == PortSide.EAST ? of(sizes, table).width() : 0,
                    BoxSize.rowMiddle(table(table).row(column)) + shift);
            return port;
        });
    }

    private Table table(String name) {
        return schema.tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T of(Map<String, T> all, String table) {
        return Objects.requireNonNull(all.get(table), table);
    }

    private Drawing drawing() {
        List<Box> boxes = schema.tables().stream()
                .map(table -> new Box(
                        table,
                        of(nodes, table.name()).getX(),
                        of(nodes, table.name()).getY(),
                        BoxSize.of(table)))
                .toList();
        List<Line> lines = new ArrayList<>();
        edges.forEach((reference, edge) -> lines.add(new Line(reference, points(edge))));
        return new Drawing(graph.getWidth(), graph.getHeight(), boxes, lines);
    }

    private static List<Point> points(ElkEdge edge) {
        List<Point> points = new ArrayList<>();
        for (ElkEdgeSection section : edge.getSections()) {
            points.add(new Point(section.getStartX(), section.getStartY()));
            section.getBendPoints().forEach(bend -> points.add(new Point(bend.getX(), bend.getY())));
            points.add(new Point(section.getEndX(), section.getEndY()));
        }
        return points;
    }
}
