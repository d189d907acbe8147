package com.javaonjets.erd;

import java.util.stream.Collectors;

/** Text in XML. */
final class Xml {

    private Xml() {}

    /** As content or as an attribute; what XML 1.0 cannot hold becomes a replacement character. */
    static String escaped(String text) {
        return text.codePoints().mapToObj(Xml::escaped).collect(Collectors.joining());
    }

    private static String escaped(int c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> isAllowed(c) ? Character.toString(c) : "\uFFFD";
        };
    }

    private static boolean isAllowed(int c) {
        return (c >= 0x20 && c < 0x7F) || (c >= 0xA0 && c < 0xD800) || (c >= 0xE000 && c < 0xFFFE) || c > 0xFFFF;
    }
}
