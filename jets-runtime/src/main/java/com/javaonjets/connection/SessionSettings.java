package com.javaonjets.connection;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Settings of a session, which travel to the server in one property of the driver. A user may have put others there: those
 * come behind, and of two settings of one name the last one counts.
 *
 * @param property the driver's name for it
 * @param text may be empty
 * @param separator between two settings
 */
record SessionSettings(String property, String text, String separator) {

    /** Puts them into properties that hold what the user has set. */
    void into(Properties properties) {
        if (text.isEmpty()) {
            return;
        }
        String users = "";
        for (String name : properties.stringPropertyNames()) {
            if (name.equalsIgnoreCase(property)) {
                users = properties.getProperty(name);
                properties.remove(name);
            }
        }
        properties.setProperty(property, users.isEmpty() ? text : text + separator + users);
    }

    /** Puts them into a URL in which the user has set others; else gives it back as it is. */
    String into(String url) {
        if (text.isEmpty() || !url.contains("?")) {
            return url;
        }
        return Pattern.compile("([?&]" + property + "=)([^&]+)", Pattern.CASE_INSENSITIVE)
                .matcher(url)
                .replaceFirst("$1" + Matcher.quoteReplacement(encoded(text + separator)) + "$2");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
