package io.dramatis.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The PostgreSQL server that the services use, embedded or somebody else's, and the databases in it. */
record Databases(String host, int port, String user, String password) {

    static final List<String> NAMES = List.of("catalog", "collection", "portrait");

    static Databases of(ExternalPostgres external) {
        return new Databases(external.host(), external.port(), external.user(), external.password());
    }

    String reactiveUrl(String database) {
        return "postgresql://" + host + ":" + port + "/" + database;
    }

    String jdbcUrl(String database) {
        return "jdbc:" + reactiveUrl(database);
    }

    void createMissing() {
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), user, password)) {
            for (String name : NAMES) {
                if (!exists(connection, name)) {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("CREATE DATABASE " + name);
                    }
                }
            }
        } catch (SQLException e) {
            throw new LocalPlatformException(
                    "The databases " + String.join(", ", NAMES) + " could not be prepared at " + host + ":" + port
                            + ": " + e.getMessage(),
                    e);
        }
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
