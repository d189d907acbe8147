package com.javaonjets.config;

import com.javaonjets.JetsException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * The value of a key, expanded, and read from here as the type that the key has.
 *
 * @param place where it stands, with its line where that is known
 */
record Found(String key, String text, Place place) {

    /** The longest time in whole seconds that the drivers, which count milliseconds in an int, can take. */
    private static final int MAX_SECONDS = Integer.MAX_VALUE / 1000;

    int whole(int least, int most) {
        String range = most == Integer.MAX_VALUE ? "of at least " + least : "from " + least + " to " + most;
        int number = isWhole(trimmed(), 9) ? Integer.parseInt(trimmed()) : -1;
        if (number < least || number > most) {
            throw refused("expected a whole number " + range);
        }
        return number;
    }

    /** Whether a text is digits, and no more than that many. */
    static boolean isWhole(String text, int most) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= most;
    }

    /** A time in seconds, which may have decimals. */
    Duration seconds() {
        String expected = "expected a time in seconds, from 0 to " + MAX_SECONDS + ", such as 5 or 0.5";
        if (!trimmed().matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            throw refused(expected);
        }
        BigDecimal seconds = new BigDecimal(trimmed());
        if (seconds.compareTo(BigDecimal.valueOf(MAX_SECONDS)) > 0) {
            throw refused(expected);
        }
        return Duration.ofNanos(seconds.movePointRight(9).longValueExact());
    }

    /** A truth value, by YAML 1.1's words for it and by those that shells use. */
    boolean flag() {
        return switch (trimmed().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0" -> false;
            default -> throw refused("expected true or false");
        };
    }

    String version() {
        if (!trimmed().matches("[0-9]{1,4}(\\.[0-9]{1,4}){0,3}")) {
            throw refused("expected a version, such as 17 or 8.4");
        }
        return trimmed();
    }

    /** One of the modes of {@code ssl}; true is {@code require}, false is {@code disable}. */
    String ssl() {
        return switch (trimmed().toLowerCase(Locale.ROOT)) {
            case "disable", "prefer", "require", "verify-full" -> trimmed().toLowerCase(Locale.ROOT);
            case "true", "yes", "on", "1" -> "require";
            case "false", "no", "off", "0" -> "disable";
            default -> throw refused("expected disable, prefer, require or verify-full");
        };
    }

    /** A host's name or address, an IPv6 one without its brackets. */
    String host() {
        if (text.startsWith("/")) {
            throw refused("the folder of a Unix socket; expected a host's name, since Java's drivers connect by TCP");
        }
        String host = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : trimmed();
        boolean address = host.indexOf(':') != host.lastIndexOf(':');
        if (host.contains(":") && !address) {
            throw refused("expected a host's name alone; its port is a key of its own: port");
        }
        if (host.contains(",")) {
            throw refused("expected one host; several are written as a URL: "
                    + "url: jdbc:postgresql://one,two/database or jdbc:mysql://one,two/database");
        }
        if (address ? !host.matches("[0-9A-Fa-f:.]+(%[\\w.~-]+)?") : !isName(host)) {
            throw refused("expected a host's name or address");
        }
        return host;
    }

    private static boolean isName(String host) {
        for (int i = 0; i < host.length(); i++) {
            char one = host.charAt(i);
            boolean letter = (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z');
            if (!letter && !(one >= '0' && one <= '9') && one != '_' && one != '.' && one != '-') {
                return false;
            }
        }
        return !host.isEmpty();
    }

    Adapter adapter() {
        Optional<Adapter> adapter = Adapter.named(trimmed());
        if (adapter.isEmpty()) {
            throw new JetsException("unknown adapter '" + trimmed() + "' in " + place + "; " + Adapter.SUPPORTED);
        }
        return adapter.get();
    }

    String trimmed() {
        return text.strip();
    }

    JetsException refused(String sentence) {
        return new JetsException(shown() + " in " + place + ": " + sentence);
    }

    /** Whether a key's value must never be shown. */
    static boolean secret(String key) {
        return key.equals("url")
                || key.endsWith("_URL")
                || key.toLowerCase(Locale.ROOT).contains("pass");
    }

    private String shown() {
        return secret(key) ? "'" + key + "'" : "'" + key + ": " + text + "'";
    }

    /** Without what must not be shown. */
    @Override
    public String toString() {
        return shown() + " in " + place;
    }
}
