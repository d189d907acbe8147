package com.javaonjets.erd;

import com.javaonjets.erd.Schema.Column;
import com.javaonjets.erd.Schema.Reference;
import com.javaonjets.erd.Schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Schemas as applications have them: hubs that many refer to, chains, join tables, trees, cycles, and lone tables. */
final class Schemas {

    private static final List<String> WORDS = List.of(
            "accounts",
            "users",
            "posts",
            "comments",
            "tags",
            "orders",
            "line_items",
            "products",
            "categories",
            "invoices",
            "payments",
            "addresses",
            "shipments",
            "warehouses",
            "suppliers",
            "reviews",
            "carts",
            "coupons",
            "sessions",
            "roles");

    private Schemas() {}

    static Schema of(int tables) {
        Random random = new Random(tables);
        List<Table> made = new ArrayList<>();
        List<Reference> references = new ArrayList<>();
        for (int i = 0; i < tables; i++) {
            String name = WORDS.get(i % WORDS.size()) + (i < WORDS.size() ? "" : "_of_" + WORDS.get(i / WORDS.size()));
            made.add(table(name, made, references, random));
        }
        return new Schema(made, references);
    }

    private static Table table(String name, List<Table> before, List<Reference> references, Random random) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("id", "bigint", false, true, false, true));
        int count = before.isEmpty() || random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            // The first tables are referred to most.
            int range = random.nextInt(3) == 0 ? Math.min(3, before.size()) : before.size();
            String target = before.get(random.nextInt(range)).name();
            boolean optional = random.nextInt(4) == 0;
            boolean unique = random.nextInt(8) == 0;
            columns.add(new Column("ref" + i + "_" + target + "_id", "bigint", optional, false, true, unique));
            references.add(reference(name, columns.get(columns.size() - 1), target));
        }
        if (random.nextInt(8) == 0) {
            columns.add(new Column("parent_id", "bigint", true, false, true, false));
            references.add(reference(name, columns.get(columns.size() - 1), name));
        }
        for (int i = random.nextInt(7); i >= 0; i--) {
            columns.add(new Column(
                    "field_" + i, i % 2 == 0 ? "varchar(255)" : "timestamp(6)", i % 3 == 0, false, false, false));
        }
        return new Table(name, columns);
    }

    private static Reference reference(String table, Column column, String target) {
        return new Reference(
                "fk_" + table + "_" + column.name(),
                table,
                List.of(column.name()),
                target,
                List.of("id"),
                column.nullable(),
                column.unique());
    }
}
