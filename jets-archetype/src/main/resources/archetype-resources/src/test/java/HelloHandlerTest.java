package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs on the test database of config/database.yml, which Maven has started and migrated. */
class HelloHandlerTest {

    private final HelloHandler handler = new HelloHandler();

    @Test
    void saysHello() {
        assertEquals("Hello from ${artifactId}", handler.handleRequest(Map.of(), null).get("message"));
    }

    @Test
    void usesOneConnectionForEveryInvocation() {
        Object first = handler.handleRequest(Map.of(), null).get("connection");
        Object second = handler.handleRequest(Map.of(), null).get("connection");

        assertEquals(first, second);
    }
}
