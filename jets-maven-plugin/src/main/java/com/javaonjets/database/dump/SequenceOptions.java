package com.javaonjets.database.dump;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** A sequence's options, those left out that it would have anyway. */
record SequenceOptions(
        String type, String start, String increment, String least, String greatest, String cache, boolean cycle) {

    /** The columns that {@link #of} reads. */
    static final String COLUMNS = """
            format_type(seqtypid, NULL) AS seqtype, seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle""";

    private static final Map<String, Integer> BITS = Map.of("smallint", 15, "integer", 31, "bigint", 63);

    static SequenceOptions of(ResultSet row) throws SQLException {
        return new SequenceOptions(
                row.getString("seqtype"),
                row.getString("seqstart"),
                row.getString("seqincrement"),
                row.getString("seqmin"),
                row.getString("seqmax"),
                row.getString("seqcache"),
                row.getBoolean("seqcycle"));
    }

    /** Each with a space before it; empty if all are as they would be. */
    String text() {
        boolean rises = !increment.startsWith("-");
        BigInteger end = BigInteger.TWO.pow(BITS.getOrDefault(type, 63));
        String usualLeast = rises ? "1" : end.negate().toString();
        String usualGreatest = rises ? end.subtract(BigInteger.ONE).toString() : "-1";
        return option("INCREMENT BY", increment, "1")
                + option("MINVALUE", least, usualLeast)
                + option("MAXVALUE", greatest, usualGreatest)
                + option("START WITH", start, rises ? least : greatest)
                + option("CACHE", cache, "1")
                + (cycle ? " CYCLE" : "");
    }

    private static String option(String words, String value, String usual) {
        return value.equals(usual) ? "" : " " + words + " " + value;
    }
}
