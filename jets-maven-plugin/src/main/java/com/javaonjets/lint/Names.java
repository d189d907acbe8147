package com.javaonjets.lint;

import java.util.Locale;
import java.util.regex.Pattern;

/** Identifiers as statements have them, and new ones made from them. */
record Names(char quote) {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    /** The same for every way in which one table or column can be written; a schema's name counts where it stands. */
    String key(String name) {
        String bare = name.replace(String.valueOf(quote), "").toLowerCase(Locale.ROOT);
        return bare.startsWith("public.") ? bare.substring("public.".length()) : bare;
    }

    /** A name made from others, quoted where it has to be: {@code joined("posts", "title", "key")}. */
    String joined(String... parts) {
        StringBuilder name = new StringBuilder();
        for (String part : parts) {
            name.append(name.isEmpty() ? "" : "_").append(local(part));
        }
        String plain = name.toString();
        return PLAIN.matcher(plain).matches() ? plain : quote + plain + quote;
    }

    /** Without the schema, and without quotes. */
    private String local(String name) {
        String bare = name.replace(String.valueOf(quote), "");
        return bare.substring(bare.lastIndexOf('.') + 1);
    }
}
