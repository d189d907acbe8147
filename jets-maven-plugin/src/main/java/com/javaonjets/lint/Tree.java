package com.javaonjets.lint;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.Interval;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** What is asked of the trees of either grammar. */
final class Tree {

    private Tree() {}

    /** The text of a node as its author wrote it; empty if the node has no token. */
    static String text(ParserRuleContext node) {
        return text(node.getStart(), node.getStop());
    }

    static String text(Token first, Token last) {
        if (last == null || last.getStopIndex() < first.getStartIndex()) {
            return "";
        }
        return first.getInputStream().getText(Interval.of(first.getStartIndex(), last.getStopIndex()));
    }

    /** The statement without the comments before it, with words put in after a token. */
    static String withWordAfter(ParserRuleContext statement, Token token, String word) {
        String before = text(statement.getStart(), token);
        int next = token.getStopIndex() + 1;
        int end = statement.getStop().getStopIndex();
        String after = next > end ? "" : token.getInputStream().getText(Interval.of(next, end));
        return before + " " + word + after;
    }

    /** All nodes of a kind below a node, itself included, in their order. */
    static <T> List<T> all(ParseTree node, Class<T> kind) {
        List<T> below = IntStream.range(0, node.getChildCount())
                .mapToObj(node::getChild)
                .flatMap(child -> all(child, kind).stream())
                .collect(Collectors.toList());
        if (kind.isInstance(node)) {
            below.add(0, kind.cast(node));
        }
        return below;
    }

    /** The words of a node, lower case, a blank between them. */
    static String words(ParseTree node) {
        return all(node, TerminalNode.class).stream()
                .map(TerminalNode::getText)
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }
}
