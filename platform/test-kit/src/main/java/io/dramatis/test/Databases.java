package io.dramatis.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tests' own eye on the database, beside the service's. */
public final class Databases {

    private Databases() {}

    /** Empties every table but the migrations' history, so that each test starts clean. */
    public static void clean() {
        List<String> tables =
                query("""
                select quote_ident(tablename) as name from pg_tables
                where schemaname = 'public' and tablename <> 'flyway_schema_history'
                """).stream().map(row -> (String) row.get("name")).toList();
        if (!tables.isEmpty()) {
            truncate(String.join(", ", tables));
        }
    }

    /** The service goes on working meanwhile, so a deadlock with it is possible and means: once more. */
    private static void truncate(String tables) {
        for (int attempt = 1; ; attempt++) {
            try {
                execute("truncate " + tables + " cascade");
                return;
            } catch (IllegalStateException e) {
                boolean deadlock =
                        e.getCause() instanceof SQLException refused && "40P01".equals(refused.getSQLState());
                if (!deadlock || attempt == 5) {
                    throw e;
                }
            }
        }
    }

    public static void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All rows, each by column name. */
    public static List<Map<String, Object>> query(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<Map<String, Object>> all = new ArrayList<>();
            while (rows.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.put(rows.getMetaData().getColumnLabel(column), rows.getObject(column));
                }
                all.add(row);
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static long count(String table) {
        return ((Number) query("select count(*) as n from " + table).get(0).get("n")).longValue();
    }

    /** A session of the test's own, to hold locks in. */
    public static Connection connect() throws SQLException {
        return DriverManager.getConnection(System.getProperty(Servers.JDBC_URL), "postgres", "postgres");
    }
}
