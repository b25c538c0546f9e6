package io.dramatis.portrait.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dramatis.portrait.PortraitServiceTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** The queue's statements over ten thousand jobs that wait; nothing of it is ever committed, so nobody takes them. */
@PortraitServiceTest
class QueueSpeedTest {

    private static final Logger LOG = Logger.getLogger(QueueSpeedTest.class);
    private static final Pattern EXECUTION = Pattern.compile("Execution Time: ([0-9.]+) ms");
    private static final String OWNER = "'00000000-0000-0000-0000-000000000001'::uuid";

    @Inject
    DataSource database;

    @Test
    void takesJobsByTheIndexHoweverManyWait() throws SQLException {
        String lease = with(
                JobLeases.LEASE,
                Map.of(
                        "1", "8",
                        "2", "'{builtin,openai}'",
                        "3", "'{2,4}'",
                        "4", "'{0,0}'",
                        "5", "8",
                        "6", "'speed'",
                        "7", "15"));

        String plan = planAmongMany(lease);

        LOG.infof("statement=lease took_ms=%s", milliseconds(plan));
        assertThat(plan).doesNotContain("Seq Scan on generation_job").contains("ix_generation_job_wanted_turn_id");
        assertThat(milliseconds(plan)).isLessThan(100);
    }

    @Test
    void findsAnOwnersTurnByTheIndexHoweverManyWait() throws SQLException {
        String enqueue = with(
                GenerationJobRepository.ENQUEUE,
                Map.of(
                        "id", "gen_random_uuid()",
                        "character_id", "gen_random_uuid()",
                        "owner_id", OWNER,
                        "request", "'{}'",
                        "profile_hash", "'h'",
                        "raw_prompt", "'r'",
                        "operation", "'portrait'",
                        "wanted", "'openai'"));

        String plan = planAmongMany(enqueue);

        LOG.infof("statement=enqueue took_ms=%s", milliseconds(plan));
        assertThat(plan).doesNotContain("Seq Scan on generation_job");
        assertThat(milliseconds(plan)).isLessThan(100);
    }

    @Test
    void knowsPlacesInTheQueueQuickly() throws SQLException {
        String places = with(
                GenerationJobRepository.PLACES,
                Map.of("ids", "array(select id from generation_job where state = 'queued' limit 200)"));

        String plan = planAmongMany(places);

        LOG.infof("statement=places took_ms=%s", milliseconds(plan));
        assertThat(milliseconds(plan)).isLessThan(500);
    }

    /** One owner has nearly all of them, most for one provider. */
    private String planAmongMany(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                sql.execute("""
                        insert into generation_job
                            (id, character_id, owner_id, state, request, profile_hash, wanted, turn)
                        select gen_random_uuid(), gen_random_uuid(),
                            case when n %% 20 = 0 then gen_random_uuid() else %1$s end,
                            'queued', '{}', 'h', case when n %% 10 = 0 then 'builtin' else 'openai' end, n
                        from generate_series(1, 10000) n""".formatted(OWNER));
                sql.execute("""
                        insert into generation_job
                            (id, character_id, owner_id, state, request, profile_hash, wanted)
                        select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'completed', '{}', 'h', 'openai'
                        from generate_series(1, 20000) n""");
                sql.execute("analyze generation_job");
                StringBuilder plan = new StringBuilder();
                try (ResultSet lines = sql.executeQuery("explain (analyze) " + statement)) {
                    while (lines.next()) {
                        plan.append(lines.getString(1)).append('\n');
                    }
                }
                return plan.toString();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static String with(String statement, Map<String, String> values) {
        return Pattern.compile("(?<!:)[:$]([a-z_0-9]+)")
                .matcher(statement)
                .replaceAll(match -> Matcher.quoteReplacement(values.get(match.group(1))));
    }

    private static double milliseconds(String plan) {
        Matcher found = EXECUTION.matcher(plan);
        assertThat(found.find()).as(plan).isTrue();
        return Double.parseDouble(found.group(1));
    }
}
