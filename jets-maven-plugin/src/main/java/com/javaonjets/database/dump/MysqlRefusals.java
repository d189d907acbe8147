package com.javaonjets.database.dump;

import com.javaonjets.JetsException;
import java.util.Locale;
import java.util.Map;

/** What a dump of MySQL does not carry, so that none of it is left out in silence. */
final class MysqlRefusals {

    /** The sql_mode in which a backslash is a character like any other. */
    static final String NO_ESCAPES = "NO_BACKSLASH_ESCAPES";

    private static final String LEAVE_OUT = ", or leave the dump out by -Djets.dump.after=false";

    private MysqlRefusals() {}

    static JetsException notCarried(String what) {
        return refusal(what + "; make it by a migration in each database");
    }

    /** Refuses what would be another one where the file is loaded. */
    static void check(MysqlObject object) {
        String what = object.kind() + " " + object.name();
        Map<MysqlSetting, String> settings = object.settings();
        if (settings.getOrDefault(MysqlSetting.SQL_MODE, "").contains(NO_ESCAPES)
                && object.sql().contains("\\")) {
            throw refusal(what + ", which has a backslash in it and was made with the sql_mode " + NO_ESCAPES
                    + "; make it anew by a migration without that mode");
        }
        String characterSet = settings.getOrDefault(MysqlSetting.CHARACTER_SET_CLIENT, "");
        if (!isWrittenAlike(object.sql(), characterSet.toLowerCase(Locale.ROOT))) {
            throw refusal(what + ", which has other letters than those of ASCII in it and was made by a client of"
                    + " the character set " + characterSet + "; make it anew by a migration");
        }
    }

    private static JetsException refusal(String whatAndAdvice) {
        return new JetsException("the schema holds what a dump does not carry: " + whatAndAdvice + LEAVE_OUT);
    }

    /** Whether a text in UTF-8, which a file is in, is the same in the character set. */
    private static boolean isWrittenAlike(String text, String characterSet) {
        return switch (characterSet) {
            case "", "utf8mb4" -> true;
            case "utf8", "utf8mb3" -> text.chars().noneMatch(letter -> Character.isSurrogate((char) letter));
            default -> text.chars().allMatch(letter -> letter < 128);
        };
    }
}
