package com.javaonjets.database.dump;

import static java.util.stream.Collectors.joining;

import com.javaonjets.JetsException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/** The order in which objects can be made: each after what it needs, and otherwise by kind and name. */
final class Dependencies {

    private final Map<String, SchemaObject> objects = new LinkedHashMap<>();
    /** Parts of an object, such as the index of a primary key, by their keys. */
    private final Map<String, String> wholes = new HashMap<>();

    private final List<Need> noted = new ArrayList<>();
    private final Map<String, Set<String>> needs = new HashMap<>();
    private final Map<String, Set<String>> neededBy = new HashMap<>();

    void add(SchemaObject object) {
        objects.put(object.key(), object);
    }

    /** Lets whatever needs the part need the whole. */
    void addPart(String part, String whole) {
        wholes.put(part, whole);
    }

    /** The object that the key stands for, or is a part of; empty if it is none of ours. */
    Optional<SchemaObject> find(String key) {
        String found = key;
        for (int depth = 0; depth < 8 && !objects.containsKey(found); depth++) {
            String whole = wholes.get(found);
            if (whole == null) {
                return Optional.empty();
            }
            found = whole;
        }
        return Optional.ofNullable(objects.get(found));
    }

    /** Notes that one needs another; objects that are none of ours need nothing and are not needed. */
    void need(String key, String needed) {
        noted.add(new Need(key, needed));
    }

    private record Need(String key, String needed) {}

    private void resolve(Need need) {
        Optional<SchemaObject> from = find(need.key());
        Optional<SchemaObject> to = find(need.needed());
        if (from.isPresent() && to.isPresent() && !from.equals(to)) {
            needs.computeIfAbsent(from.get().key(), one -> new LinkedHashSet<>())
                    .add(to.get().key());
            neededBy.computeIfAbsent(to.get().key(), one -> new LinkedHashSet<>())
                    .add(from.get().key());
        }
    }

    /** @throws JetsException if some need each other */
    List<SchemaObject> inOrder() {
        noted.forEach(this::resolve);
        Map<String, Integer> open = new HashMap<>();
        PriorityQueue<SchemaObject> ready = new PriorityQueue<>(SchemaObject.ORDER);
        for (SchemaObject object : objects.values()) {
            int count = needs.getOrDefault(object.key(), Set.of()).size();
            open.put(object.key(), count);
            if (count == 0) {
                ready.add(object);
            }
        }
        List<SchemaObject> order = new ArrayList<>();
        for (SchemaObject next = ready.poll(); next != null; next = ready.poll()) {
            order.add(next);
            for (String user : neededBy.getOrDefault(next.key(), Set.of())) {
                if (open.merge(user, -1, Integer::sum) == 0) {
                    ready.add(objects.get(user));
                }
            }
        }
        refuseCircles(order);
        return order;
    }

    private void refuseCircles(Collection<SchemaObject> order) {
        if (order.size() < objects.size()) {
            Set<SchemaObject> done = Set.copyOf(order);
            String names = objects.values().stream()
                    .filter(object -> !done.contains(object))
                    .sorted(SchemaObject.ORDER)
                    .map(SchemaObject::name)
                    .limit(5)
                    .collect(joining(", "));
            throw new JetsException("the schema cannot be dumped by queries, since these need each other: " + names
                    + "; put pg_dump, of the server's version or newer, on the PATH and run with -Djets.dump=program");
        }
    }
}
