package db.migrate;

import java.sql.PreparedStatement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.slf4j.LoggerFactory;

public final class V20260102000000__FillPosts extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws Exception {
        String sql = "INSERT INTO posts (id, title) VALUES (?, ?)";
        try (PreparedStatement statement = context.getConnection().prepareStatement(sql)) {
            for (int id = 1; id <= 2; id++) {
                statement.setInt(1, id);
                statement.setString(2, LoggerFactory.class.getSimpleName() + id);
                statement.executeUpdate();
            }
        }
    }
}
