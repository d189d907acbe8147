package com.javaonjets.erd;

/** The names of types, as short as people write them. */
final class TypeName {

    private TypeName() {}

    static String shortened(String type) {
        return type.replaceFirst("^(time(?:stamp)?)(\\(\\d\\))? without time zone", "$1$2")
                .replaceFirst("^(time(?:stamp)?)(\\(\\d\\))? with time zone", "$1tz$2")
                .replaceFirst("^character varying\\b", "varchar")
                .replaceFirst("^character\\b", "char")
                .replaceFirst("^double precision\\b", "double");
    }
}
