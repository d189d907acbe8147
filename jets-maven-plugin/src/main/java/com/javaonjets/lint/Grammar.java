package com.javaonjets.lint;

import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementLexer;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementLexer;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser;

/** Reads one statement by its database's grammar. */
final class Grammar {

    private Grammar() {}

    /** The statement's tree, or empty if the grammar does not know it. */
    static Optional<PostgreSQLStatementParser.ExecuteContext> postgreSql(String sql) {
        return tree(mode -> parser(
                        new PostgreSQLStatementLexer(CharStreams.fromString(sql)), PostgreSQLStatementParser::new, mode)
                .execute());
    }

    /** The statement's tree, or empty if the grammar does not know it. */
    static Optional<MySQLStatementParser.ExecuteContext> mySql(String sql) {
        return tree(
                mode -> parser(new MySQLStatementLexer(CharStreams.fromString(sql)), MySQLStatementParser::new, mode)
                        .execute());
    }

    private static <P extends Parser> P parser(
            Lexer lexer, Function<CommonTokenStream, P> constructor, PredictionMode mode) {
        lexer.removeErrorListeners();
        lexer.addErrorListener(new Refusal());
        P parser = constructor.apply(new CommonTokenStream(lexer));
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        parser.getInterpreter().setPredictionMode(mode);
        return parser;
    }

    /** The quick mode refuses some of what the full one knows. */
    private static <T> Optional<T> tree(Function<PredictionMode, T> parse) {
        try {
            return Optional.of(parse.apply(PredictionMode.SLL));
        } catch (ParseCancellationException e) {
            try {
                return Optional.of(parse.apply(PredictionMode.LL));
            } catch (ParseCancellationException unknown) {
                return Optional.empty();
            }
        }
    }

    /** ANTLR's own lexers print what they do not know, and leave it out. */
    private static final class Refusal extends BaseErrorListener {

        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                Object symbol,
                int line,
                int column,
                String message,
                RecognitionException cause) {
            throw new ParseCancellationException(message);
        }
    }
}
