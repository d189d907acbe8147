package ${package};

import com.amazonaws.services.lambda.runtime.Context;
import com.javaonjets.Database;
import com.javaonjets.Jets;
import com.javaonjets.lambda.JetsHandler;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says hello, and through which database connection. */
public final class HelloHandler extends JetsHandler<Map<String, Object>, Map<String, Object>> {

    // Opened once, while Lambda initialises the environment, and used by every invocation after it.
    private static final Database DB = Jets.database();

    @Override
    protected Map<String, Object> handle(Map<String, Object> event, Context context) throws SQLException {
#if($database == "mysql")
        String sql = "SELECT version(), connection_id()";
#else
        String sql = "SELECT version(), pg_backend_pid()";
#end
        try (Connection connection = DB.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("message", "Hello from ${artifactId}");
            answer.put("database", row.getString(1));
            answer.put("connection", row.getLong(2));
            return answer;
        }
    }
}
