package com.javaonjets.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.javaonjets.Invocation;
import com.javaonjets.Jets;

/**
 * A handler whose invocations end on time and leave nothing behind: see {@link Jets#invocation}.
 *
 * <pre>{@code
 * public final class PostsHandler extends JetsHandler<Map<String, Object>, List<Post>> {
 *     private static final Database DB = Jets.database();
 *
 *     protected List<Post> handle(Map<String, Object> event, Context context) throws SQLException {
 *         ...
 *     }
 * }
 * }</pre>
 *
 * <p>As thread-safe as its subclass.
 *
 * @param <I> the event, as of {@link RequestHandler}
 * @param <O> the answer
 */
public abstract class JetsHandler<I, O> implements RequestHandler<I, O> {

    /** For subclasses. */
    protected JetsHandler() {}

    /**
     * Handles one event.
     *
     * @throws Exception whatever it is, Lambda reports it as it is
     */
    protected abstract O handle(I event, Context context) throws Exception;

    @Override
    @SuppressWarnings("try") // closing it is all its use
    public final O handleRequest(I event, Context context) {
        try (Invocation invocation = Jets.invocation(context)) {
            return handle(event, context);
        } catch (Exception e) {
            throw JetsHandler.<RuntimeException>asItIs(e);
        }
    }

    /** The interface declares no exception; wrapped in another one it would bear the wrong name in Lambda's report. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Exception> E asItIs(Exception failure) throws E {
        throw (E) failure;
    }
}
