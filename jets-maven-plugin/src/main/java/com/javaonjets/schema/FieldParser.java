package com.javaonjets.schema;

import com.javaonjets.JetsException;
import com.javaonjets.schema.FieldSpec.IndexKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code name[:type[{options}][!]][:index|uniq]}, the field syntax of Rails' generators, for one dialect. */
final class FieldParser {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NAME = Pattern.compile("\\w*[A-Za-z0-9]\\w*");
    private static final Pattern TYPE = Pattern.compile("(?<word>\\w+)(\\{(?<options>[^{}]*)})?(?<required>!?)");
    private static final Pattern BRACES = Pattern.compile("\\{[^}]*}?");
    private static final int MOST_PARTS = 3;

    private final Dialect dialect;
    private final TypeWords words;

    FieldParser(Dialect dialect) {
        this.dialect = dialect;
        this.words = new TypeWords(dialect);
    }

    /**
     * The fields of a text that parts them by blanks.
     *
     * @throws JetsException if one of them cannot be read, or has a type that the database lacks
     */
    List<FieldSpec> all(String fields) {
        return BLANKS.splitAsStream(fields.strip())
                .filter(field -> !field.isEmpty())
                .map(this::one)
                .toList();
    }

    private FieldSpec one(String field) {
        List<String> parts = Arrays.asList(field.split(":", -1));
        String name = parts.get(0);
        if (!NAME.matcher(name).matches()) {
            throw new JetsException("the field name '" + name + "' in '" + field + "' is not made of letters a to z,"
                    + " digits and '_' alone; a field is written name:type, such as title:string");
        }
        if (BRACES.matcher(field).replaceAll("").contains(",")) {
            throw new JetsException("the field '" + field + "' holds a comma; fields are separated by blanks, such as"
                    + " title:string body:text");
        }
        if (parts.size() > MOST_PARTS) {
            throw new JetsException("the field '" + field + "' has more than three parts; " + form());
        }
        boolean untyped = parts.size() == 1 || (parts.size() == 2 && isIndexWord(parts.get(1)));
        String type = untyped ? "string" : parts.get(1);
        IndexKind kind = parts.size() == (untyped ? 2 : MOST_PARTS) ? index(field, parts) : IndexKind.NONE;
        return typed(field, new Head(name, kind), type);
    }

    private record Head(String name, IndexKind kind) {}

    private static boolean isIndexWord(String word) {
        return word.equals("index") || word.equals("uniq");
    }

    private static IndexKind index(String field, List<String> parts) {
        String word = parts.get(parts.size() - 1);
        return switch (word) {
            case "index" -> IndexKind.PLAIN;
            case "uniq" -> IndexKind.UNIQUE;
            default ->
                throw new JetsException(
                        "unknown index '" + word + "' in the field '" + field + "'; supported: index, uniq");
        };
    }

    private FieldSpec typed(String field, Head head, String type) {
        Matcher matcher = TYPE.matcher(type);
        if (!matcher.matches()) {
            throw new JetsException("the type '" + type + "' in the field '" + field + "' cannot be read; " + form()
                    + ", without blanks inside braces");
        }
        String word = matcher.group("word");
        Braces braces = new Braces(field, word, Optional.ofNullable(matcher.group("options")));
        boolean required = !matcher.group("required").isEmpty();
        return switch (word) {
            case "references", "belongs_to" ->
                braces.polymorphic()
                        ? new FieldSpec.Polymorphic(head.name(), head.kind())
                        : new FieldSpec.Reference(head.name(), head.kind());
            case "digest" -> new FieldSpec.Digest(braces.absent(head.name()), required, head.kind());
            case "token" -> new FieldSpec.Token(braces.absent(head.name()), required);
            case "rich_text", "attachment", "attachments" -> new FieldSpec.Virtual(braces.absent(head.name()), word);
            default -> plain(head, braces.type(words.type(word, field)), required);
        };
    }

    private FieldSpec plain(Head head, TypeSpec type, boolean required) {
        FieldSpec.Plain field = new FieldSpec.Plain(head.name(), type, required, head.kind());
        field.columns().forEach(dialect::definition);
        return field;
    }

    private static String form() {
        return "a field is written name:type{options}!:index, such as title:string{80}!:uniq or price:decimal{10,2}";
    }
}
